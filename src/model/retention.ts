/** How many runs are kept: the newest of each of the last `daily` days, `weekly` weeks and `monthly` months that have runs. */
export interface Retention {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** What one collection of garbage did. */
export interface Tidied {
  /** Runs whose content was given up; their place in the chain stays. */
  readonly runs: number;
  /** Rows removed. */
  readonly rows: number;
  /** False when the time was over before everything had been looked at: the next one goes on from there. */
  readonly whole: boolean;
}
