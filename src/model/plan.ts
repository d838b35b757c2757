import type { Subscription } from './governance';
import type { Resource } from './resource';
import type { RunHeader } from './run';
import type { Gap } from './snapshot';

/** What the tenant-wide survey found of one unit; the input of its audit. */
export interface SurveyPart {
  readonly unit: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
}

/**
 * The first step of an audit, kept so that later steps need ids only. `id` is the id the run will have. `headEtag` is the etag of
 * the head read at plan: the commit succeeds only while it still holds. `hosts` finds the resource behind a host name, `homes` the
 * unit of a surrounding resource.
 */
export interface Plan {
  readonly id: string;
  readonly takenAt: string;
  readonly previous: string;
  readonly headEtag: string;
  readonly scopes: readonly string[];
  readonly trigger: RunHeader['trigger'];
  /** When the schedule wanted this audit; absent for one that was asked for. */
  readonly dueAt?: string;
  readonly units: readonly { readonly unit: string; readonly name: string; readonly part: string }[];
  /** Units that this audit reads; the others are looked things up in, and stay in the run as they were. */
  readonly toRead: readonly string[];
  /** Every subscription of the survey: what is not among them belongs to another tenant, or was not seen. */
  readonly subscriptions: readonly Subscription[];
  readonly hosts: Readonly<Record<string, string>>;
  readonly homes: Readonly<Record<string, string>>;
}

/** What the audit of one unit hands on: the hash under which its record is kept. */
export interface Receipt {
  readonly unit: string;
  readonly hash: string;
  /** It judged dependencies that live in other subscriptions. */
  readonly hasForeign: boolean;
}
