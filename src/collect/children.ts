import type { Resource } from '../model/resource';
import { attempt } from './attempt';
import type { AzureReader, ChildCollector } from './collector';
import { NotFound } from './failures';
import { toGap } from './gaps';
import type { Harvest } from './rows';
import { convertInto, idOf } from './rows';

/** The api-version with which a resource is read by id; undefined where it has no such read. */
export type VersionFor = (id: string) => string | undefined;

type Standing = 'stands' | 'gone' | Error;

/** Reads what hangs below resources, wave by wave, into a harvest. Parents that Azure turns out not to have any more end in `vanished`. */
export class ChildReading {
  /** Ids that were listed but answered a direct read with 404. */
  readonly vanished = new Set<string>();
  private readonly standings = new Map<string, Promise<Standing>>();

  constructor(
    private readonly azure: AzureReader,
    private readonly collectors: readonly ChildCollector[],
    private readonly versionFor: VersionFor,
  ) {}

  /** Children of `parents`, their children, and so on; each resource is asked once. */
  async below(parents: readonly Resource[], harvest: Harvest): Promise<void> {
    const asked = new Set<string>();
    for (let wave = parents; wave.length > 0;) {
      for (const { id } of wave) asked.add(id);
      const found = await Promise.all(wave.flatMap((parent) => this.childrenOf(parent, harvest)));
      wave = [...new Map(found.flat().map((child) => [child.id, child])).values()].filter(({ id }) => !asked.has(id));
    }
  }

  private childrenOf(parent: Resource, harvest: Harvest): Promise<Resource[]>[] {
    return this.collectors
      .filter(({ parents, applies }) => parents.includes(parent.kind) && (applies?.(parent) ?? true))
      .map((collector) => this.readOne(collector, parent, harvest));
  }

  /** Rows before a failure count. */
  private async readOne(collector: ChildCollector, parent: Resource, harvest: Harvest): Promise<Resource[]> {
    const { kind } = collector;
    const found: Resource[] = [];
    const tried = await attempt(async () => {
      for await (const body of collector.read(this.azure, parent))
        await convertInto(harvest, { kind, scope: idOf(body) || parent.id }, () => {
          const converted = collector.convert(body, parent);
          if (converted) found.push(converted.resource);
          return converted;
        });
    });
    const failure = tried.ok ? undefined : await this.meaningOf(tried.error, parent, found.length > 0);
    const [permission = ''] = collector.permissions;
    if (failure) harvest.gaps.push(toGap(failure, { kind, scope: parent.id, permission }));
    return found;
  }

  /** A 404 on a child list says that this parent has no such children, provided that the parent itself is there. */
  private async meaningOf(error: Error, parent: Resource, begun: boolean): Promise<Error | undefined> {
    if (!(error instanceof NotFound) || begun) return error;
    const standing = await this.standing(parent);
    if (standing === 'gone') this.vanished.add(parent.id);
    return standing instanceof Error ? standing : undefined;
  }

  private standing({ id }: Resource): Promise<Standing> {
    const known = this.standings.get(id) ?? this.ask(id);
    this.standings.set(id, known);
    return known;
  }

  private async ask(id: string): Promise<Standing> {
    const version = this.versionFor(id);
    if (version === undefined) return 'stands';
    const tried = await attempt(() => this.azure.read(id, version));
    if (tried.ok) return 'stands';
    return tried.error instanceof NotFound && tried.error.provesAbsence ? 'gone' : tried.error;
  }
}
