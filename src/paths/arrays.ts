type Numbers = Int32Array | Uint8Array | readonly number[];

/** The number at a place that is known to be there. */
export const nth = (numbers: Numbers, place: number): number => numbers[place] as number;

/** Lists laid end to end: list n is `list[start[n] .. start[n + 1]]`. */
export interface Rows {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/** Rows turned over: for each of `count` values the rows that hold it, in their order, as often as they do. */
export function turned({ start, list }: Rows, count: number): Rows {
  const starts = new Int32Array(count + 1);
  for (const value of list) starts[value + 1] = nth(starts, value + 1) + 1;
  for (let value = 0; value < count; value++) starts[value + 1] = nth(starts, value + 1) + nth(starts, value);
  const next = starts.slice();
  const rows = new Int32Array(list.length);
  for (let row = 0; row < start.length - 1; row++)
    for (let at = nth(start, row); at < nth(start, row + 1); at++) {
      const value = nth(list, at);
      rows[nth(next, value)] = row;
      next[value] = nth(next, value) + 1;
    }
  return { start: starts, list: rows };
}

/** Only the rows named, in the order named. */
export function chosen({ start, list }: Rows, rows: Int32Array): Rows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = nth(starts, at) + nth(start, row + 1) - nth(start, row);
  });
  const parts = new Int32Array(nth(starts, rows.length));
  rows.forEach((row, at) => {
    parts.set(list.subarray(nth(start, row), nth(start, row + 1)), nth(starts, at));
  });
  return { start: starts, list: parts };
}

/** States that wait to be looked at, the oldest first, each at most once. */
export class Worklist {
  private readonly ring: Int32Array;
  private readonly waiting: Uint8Array;
  private first = 0;
  private count = 0;

  constructor(size: number) {
    this.ring = new Int32Array(size);
    this.waiting = new Uint8Array(size);
  }

  push(state: number): void {
    if (this.waiting[state]) return;
    this.waiting[state] = 1;
    this.ring[(this.first + this.count) % this.ring.length] = state;
    this.count += 1;
  }

  /** Takes states out until none waits; `look` may put more in. */
  drain(look: (state: number) => void): void {
    while (this.count > 0) {
      const state = nth(this.ring, this.first);
      this.first = (this.first + 1) % this.ring.length;
      this.count -= 1;
      this.waiting[state] = 0;
      look(state);
    }
  }
}
