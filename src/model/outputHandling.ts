/** How one filter stands to another guardrail: at least as strong, weaker, or not to be told; '' where the other does not have it. */
export type Against = '' | 'yes' | 'no' | 'open';

/** One filter of a deployment, category by category. `effective` in words; several where what is not stated decides. */
export interface FilterRow {
  readonly filter: string;
  readonly effective: string;
  readonly byDefault: string;
  readonly meetsDefault: Against;
  readonly minimum: string;
  readonly meetsMinimum: Against;
}

/** A deployment as its callers meet it. */
export interface OutputHandling {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  readonly guardrail: string;
  /** Of the guardrail; '' where it is not known. */
  readonly mode: string;
  readonly rows: readonly FilterRow[];
  /** What the table cannot show: late answers, spillover, gateways, models that Microsoft promises no filter for. */
  readonly notes: readonly string[];
}
