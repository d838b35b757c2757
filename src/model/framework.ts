import type { Control, FrameworkPage } from './controls';
import type { Finding } from './finding';

/**
 * `notMet`: a fault is open, accepted ones among them. `unknown`: none is, but something was not seen. `notApplicable`: its rules had
 * nothing to judge. `noRule`: no rule speaks of it.
 */
export type ControlState = 'met' | 'notMet' | 'unknown' | 'notApplicable' | 'noRule';

/** How one control stands in one run. */
export interface ControlStanding {
  readonly control: Control;
  readonly state: ControlState;
  /** Ids of the rules mapped to it, and of those the ones that Microsoft's own policy set maps there too. */
  readonly rules: readonly string[];
  readonly microsoft: readonly string[];
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly excepted: number;
  /** Its open faults, worst first. */
  readonly open: readonly Finding[];
}

/** `score`: percent of the controls met, of those met, not met and unknown; null when there are none. One decimal. */
export interface FrameworkStanding {
  readonly framework: FrameworkPage;
  readonly score: number | null;
  readonly controls: readonly ControlStanding[];
}
