import type { AzureReader, Body } from '../../src/collect/collector';
import { ReadFailed, NotFound, ReadRefused } from '../../src/collect/failures';

export const refused = (permission = ''): Error => new ReadRefused(permission, '403');
export const notFound = (code = 'ResourceNotFound'): Error => new NotFound(code, '404');
export const broken = (): Error => new ReadFailed('failed', '500');
export const late = (): Error => new ReadFailed('timedOut', 'over');

/** What one path answers: rows (the first is the body of a single read), or rows and then a failure. */
export type Told = readonly Body[] | Error | readonly [...Body[], Error];

/** Azure as a table of answers by lower-cased path or query. What it does not hold is 404 for a read and a list. */
export class ToldAzure implements AzureReader {
  readonly now = '2026-11-25T06:00:00Z';
  readonly asked: string[] = [];
  private readonly told: ReadonlyMap<string, Told>;

  constructor(told: Readonly<Record<string, Told>>) {
    this.told = new Map(Object.entries(told).map(([path, answer]) => [path.toLowerCase(), answer]));
  }

  async read(path: string): Promise<Body> {
    for await (const row of this.list(path)) return row;
    return {};
  }

  plane(): never {
    throw new Error('no data plane is told here');
  }

  async *list(path: string): AsyncGenerator<Body> {
    this.asked.push(path.toLowerCase());
    const told = this.told.get(path.toLowerCase()) ?? notFound();
    for (const row of told instanceof Error ? [told] : told) {
      if (row instanceof Error) throw await Promise.resolve(row);
      yield row;
    }
  }

  query(query: string): AsyncGenerator<Body> {
    return this.list(query);
  }
}
