/** States by cost, least first; equal costs by number. A state may stand in it more than once: the reader skips what is settled. */
export class Heap {
  private readonly costs: number[] = [];
  private readonly states: number[] = [];

  push(cost: number, state: number): void {
    let at = this.costs.length;
    this.costs.push(cost);
    this.states.push(state);
    for (let above = (at - 1) >> 1; at > 0 && this.before(at, above); above = (at - 1) >> 1) {
      this.swap(at, above);
      at = above;
    }
  }

  /** The state of least cost, taken out; -1 when there is none. */
  pop(): number {
    const first = this.states[0];
    if (first === undefined) return -1;
    const cost = this.costs.pop() as number;
    const state = this.states.pop() as number;
    if (this.states.length > 0) {
      this.costs[0] = cost;
      this.states[0] = state;
      this.sink();
    }
    return first;
  }

  private sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const least = right < this.states.length && this.before(right, left) ? right : left;
      if (least >= this.states.length || !this.before(least, at)) return;
      this.swap(at, least);
      at = least;
    }
  }

  private before(a: number, b: number): boolean {
    const [costA, costB] = [this.costs[a] as number, this.costs[b] as number];
    return costA < costB || (costA === costB && (this.states[a] as number) < (this.states[b] as number));
  }

  private swap(a: number, b: number): void {
    const [cost, state] = [this.costs[a] as number, this.states[a] as number];
    this.costs[a] = this.costs[b] as number;
    this.states[a] = this.states[b] as number;
    this.costs[b] = cost;
    this.states[b] = state;
  }
}
