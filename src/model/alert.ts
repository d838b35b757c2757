/** A card to send. `id` is deterministic (run, route, transitions): a repeat carries the same one. */
export interface Alert {
  readonly id: string;
  readonly runId: string;
  readonly route: string;
  readonly kind: 'baseline' | 'digest' | 'coverage';
  /** The finished message, as posted: envelope with one Adaptive Card. */
  readonly message: unknown;
}

export type AlertEnd = 'waiting' | 'delivered' | 'suppressed' | 'dead';

export interface OutboxRow extends Alert {
  readonly end: AlertEnd;
  readonly reason: string;
  readonly tries: number;
  readonly lastTriedAt: string;
}
