import type { Kind } from '../model/resource';
import type { Gap } from '../model/snapshot';
import { attempt } from './attempt';
import type { VersionFor } from './children';
import type { AzureReader, Body } from './collector';
import { NotFound } from './failures';
import { covered, gap, toGap, within } from './gaps';

/** A resource that an earlier run held. */
export interface Held {
  readonly id: string;
  readonly kind: Kind;
}

export interface Disappearance {
  readonly azure: AzureReader;
  readonly versionFor: VersionFor;
  /** Earlier resources that this run did not find. */
  readonly missing: readonly Held[];
  /** What this run could not read. */
  readonly gaps: readonly Gap[];
  /** Ids that a direct read of this run already answered with 404. */
  readonly vanished: ReadonlySet<string>;
  /** Most direct reads. */
  readonly most: number;
  /** True when what a direct read answers is a workload that does not matter to AI any more: it stands, and left the inventory. */
  readonly lostItsConcern: (held: Held, body: Body) => boolean;
}

/**
 * Kinds that live in a list and have no lasting place of their own: principals as far as an assignment names them, consents, events while the log
 * keeps them, what Azure Monitor counted, the egress policy within a guardrail, versions among the newest, agents in their project,
 * Defender's paths. When the list was read whole and lacks them, they are gone.
 */
const listedOnly = new Set<Kind>([
  'principal',
  'consentedApp',
  'keyRegeneration',
  'keyListing',
  'modelRequests',
  'guardrailEgress',
  'activityEvent',
  'modelCatalogueEntry',
  'deletedAccount',
  'modelVersion',
  'agent',
  'environmentVersion',
  'environmentAdvisories',
  'defenderAttackPath',
  'recommendation',
]);

const unclear = ({ id, kind }: Held, detail: string, reason: Gap['reason'] = 'failed'): Gap =>
  gap({ kind, scope: id, permission: '' }, reason, detail);

/** A gap in what names the resources of a kind: their list may be short without being unread itself. */
const isNaming =
  ({ kind }: Held) =>
  (one: Gap): boolean =>
    kind === 'principal' && one.kind === kind && one.property === 'assignments';

/** Undefined when a direct read answers 404, else the gap that keeps the resource in doubt. */
async function confirm(input: Disappearance, held: Held): Promise<Gap | undefined> {
  const { azure, versionFor, lostItsConcern, gaps } = input;
  if (listedOnly.has(held.kind))
    return gaps.some(isNaming(held)) ? unclear(held, 'what names it was not all read', 'notStated') : undefined;
  const version = versionFor(held.id);
  if (version === undefined) return unclear(held, 'not listed, and there is no direct read to confirm it');
  const tried = await attempt(() => azure.read(held.id, version));
  if (tried.ok) return lostItsConcern(held, tried.value) ? undefined : unclear(held, 'not listed, but still answers');
  const proven = tried.error instanceof NotFound && tried.error.provesAbsence;
  return proven ? undefined : toGap(tried.error, { ...held, scope: held.id, permission: '' });
}

const under = (id: string, ids: ReadonlySet<string>): boolean => [...ids].some((known) => within(id, known));

/** Those of which no missing resource stands above: what is below them shares their fate. */
function topmost(missing: readonly Held[]): readonly Held[] {
  const ids = new Set(missing.map(({ id }) => id));
  const hasMissingParent = (id: string): boolean => {
    for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1))
      if (ids.has(id.slice(0, at))) return true;
    return false;
  };
  return missing.filter(({ id }) => !hasMissingParent(id));
}

/**
 * Which earlier resources are really gone. Resource Graph and ARM lists lag and leave things out (azure-powershell#12747), so a missing resource
 * is asked for by id, and only a 404 that speaks of the resource is proof; what hangs below it went with it. What lies under a gap is not
 * asked. Everything else stays in doubt, with a gap.
 */
export async function disappeared(
  input: Disappearance,
): Promise<{ readonly gone: readonly string[]; readonly gaps: readonly Gap[] }> {
  const { missing, vanished, gaps, most } = input;
  const open = missing.filter(({ id }) => !under(id, vanished));
  const tops = topmost(open).filter((held) => !covered(gaps, held));
  const asked = await Promise.all(
    tops.slice(0, most).map(async (held) => ({ held, doubt: await confirm(input, held) })),
  );
  const proven = new Set([...vanished, ...asked.filter(({ doubt }) => !doubt).map(({ held }) => held.id)]);
  const beyond = tops.slice(most).map((held) => unclear(held, `more than ${most} resources are missing`, 'bounded'));
  return {
    gone: missing
      .filter(({ id }) => under(id, proven))
      .map(({ id }) => id)
      .sort(),
    gaps: [...asked.flatMap(({ doubt }) => doubt ?? []), ...beyond],
  };
}
