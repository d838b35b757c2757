import type { ExposedSecret } from './base';
import type { Kind } from './resource';
import type { Confidence } from './shadow';

/** One workload with AI beyond the managed accounts and workspaces. */
export interface ShadowRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** Of what neither the inventory nor the register knows; `none` where all of it is known. */
  readonly confidence: Confidence;
  /** Tenths. */
  readonly weight: number;
  /** Each sign that counts: `host api.openai.com at template.containers[api].env[X]`. */
  readonly why: readonly string[];
  /** Hosts of inventoried accounts that it calls. */
  readonly managedHosts: readonly string[];
  /** Why it may be, from the register; '' where the register does not hold it. */
  readonly sanctioned: string;
}

/** One secret that readers see. */
export interface ExposedRow extends ExposedSecret {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** '' where what it opens is not inventoried. */
  readonly opensId: string;
  /** What it opens refuses keys. */
  readonly dead: boolean;
}

export interface ShadowReport {
  readonly workloads: readonly ShadowRow[];
  readonly secrets: readonly ExposedRow[];
}
