import type { Policy } from '../model/policy';
import type { State } from './states';
import type { Tenant } from './tenant';

interface Aim {
  /** What it does to whoever owns it, 1 to 100. */
  readonly impact: number;
  /** Said before the name of the target. */
  readonly does: string;
}

/** What an attacker is after, by the verb of the state. */
const aims: Readonly<Record<string, Aim>> = {
  own: { impact: 100, does: 'owns' },
  'read:secret': { impact: 85, does: 'reads every secret of' },
  'taint:model': { impact: 80, does: 'poisons what is learnt in' },
  'taint:answers': { impact: 80, does: 'decides what is answered by' },
  'read:private': { impact: 75, does: 'reads the data behind' },
  'read:prompts': { impact: 75, does: 'reads prompts and answers of' },
  exfiltrate: { impact: 75, does: 'carries private data out of' },
  weak: { impact: 65, does: 'takes the guardrail off' },
  'read:model': { impact: 60, does: 'takes the weights of' },
  bypass: { impact: 45, does: 'goes past the gateway to' },
  call: { impact: 45, does: 'calls' },
  'call:gateway': { impact: 45, does: 'calls' },
  spend: { impact: 35, does: 'spends the money of' },
};

/** Owning a resource group or a single resource is less than a subscription. */
const ownedBelow = { group: 85, resource: 60 } as const;

export interface Target {
  readonly state: State;
  readonly impact: number;
  readonly does: string;
  readonly name: string;
  /** The resource at the top of the service: the account of a deployment; the scope of what is owned. */
  readonly resourceId: string;
}

export const isTarget = ({ verb }: State): boolean => verb in aims;

const topOf = (id: string): string =>
  /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/]+)/.exec(id)?.[1] ?? id;

function impactOf({ verb, at }: State): number {
  if (verb !== 'own' || !at.includes('/resourcegroups/')) return aims[verb]?.impact ?? 0;
  return at.includes('/providers/') ? ownedBelow.resource : ownedBelow.group;
}

const carries = (tags: Readonly<Record<string, string>>, wanted: string): boolean =>
  wanted !== '' &&
  Object.entries(tags).some(([name, value]) => `${name}=${value}`.toLowerCase() === wanted.toLowerCase());

/** Whether the resource, or one that it hangs below, bears the tag. */
function isTagged(id: string, wanted: string, tenant: Tenant): boolean {
  const found = tenant.find(id);
  if (!found) return false;
  return carries(found.tags, wanted) || (found.parentId !== undefined && isTagged(found.parentId, wanted, tenant));
}

function multiplier(id: string, tenant: Tenant, { productionTag, sandboxTag }: Policy): number {
  if (isTagged(id, productionTag, tenant)) return 1.25;
  return isTagged(id, sandboxTag, tenant) ? 0.5 : 1;
}

/** A target with its impact: more where it is tagged as production, less as a sandbox, 100 at most. */
export function toTarget(state: State, tenant: Tenant): Target {
  const impact = Math.min(100, Math.round(impactOf(state) * multiplier(state.at, tenant, tenant.policy)));
  return {
    state,
    impact,
    does: aims[state.verb]?.does ?? '',
    name: tenant.nameOf(state.at),
    resourceId: topOf(state.at),
  };
}
