/** How a campaign is run: `seed` draws its chances, `scale` 1 is the whole of it, less a slice. */
export interface Terms {
  readonly seed: number;
  readonly scale: number;
}

/** What came of one. Each failure is a sentence that names its case, so that it can be tried again. */
export interface Outcome {
  readonly cases: number;
  readonly failures: readonly string[];
}

/** One kind of torture. It never throws: what breaks is a failure. */
export interface Campaign {
  readonly name: string;
  run(terms: Terms): Promise<Outcome>;
}

/** Numbers between 0 and 1, the same ones for the same seed. */
export function chances(seed: number): () => number {
  let state = (seed * 2654435761) % 2147483647 || 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** A share of the numbers 1 to `all`, spread evenly; at least one. */
export function slice(all: number, scale: number): readonly number[] {
  const count = Math.max(1, Math.min(all, Math.round(all * scale)));
  return Array.from({ length: count }, (_, at) => Math.floor((at * all) / count) + 1);
}

/** The error in one line, for a failure. */
export const told = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n').slice(0, 3).join(' ');
