/**
 * What a card is about. `critical` and `recovery` go beside the digest of the same run; `catchUp` replaces cards that a channel did not
 * take; `heartbeat` follows a quiet week, so that silence can be told from death.
 */
export type AlertKind = 'baseline' | 'critical' | 'recovery' | 'coverage' | 'digest' | 'catchUp' | 'heartbeat';

/** One alert of one run on one route. */
export interface AlertKey {
  readonly runId: string;
  readonly id: string;
}

/** A card to send. `id` is deterministic (run, route, kind, transitions): a repeat carries the same one. */
export interface Alert extends AlertKey {
  readonly route: string;
  readonly kind: AlertKind;
  /** The finished message, as posted: envelope with one Adaptive Card. */
  readonly message: unknown;
  /** Earlier cards of the route that this one tells in their place. */
  readonly covers?: readonly AlertKey[];
}

export type AlertEnd = 'waiting' | 'delivered' | 'suppressed' | 'dead';

export interface OutboxRow extends Alert {
  readonly end: AlertEnd;
  readonly reason: string;
  readonly tries: number;
  readonly firstTriedAt: string;
  readonly lastTriedAt: string;
}
