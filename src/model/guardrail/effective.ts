import type { Blocklist, Deployment, Guardrail } from '../ai';
import type { GuardrailMinimum } from '../policy';
import {
  conventions,
  isUnattached,
  meetFilters,
  named,
  noFilters,
  readingsOf,
  unreadFilters,
  type Filters,
  type Readings,
} from './filters';
import { compareStrength, type Strength } from './strength';
import { compareGuardrails, type Difference, type Standing } from './standing';

/** What hangs below the account of a deployment. */
export interface Beside {
  readonly guardrails: readonly Guardrail[];
  readonly deployments: readonly Deployment[];
  readonly blocklists: readonly Blocklist[];
}

/** Microsoft's built-in guardrail that models get where none is named. */
export const builtInDefault = 'Microsoft.DefaultV2';

const both = (filters: Filters): Readings => ({ off: filters, inherit: filters });

/** A guardrail of the account by name, as strengths: nothing for `Microsoft.Nil`, open for one that is not listed. */
export function readingsNamed(name: string, { guardrails, blocklists }: Beside): Readings {
  if (name !== '' && isUnattached(name)) return both(noFilters);
  const policy = named(guardrails, name || builtInDefault);
  const empty = new Set(blocklists.filter(({ itemCount }) => itemCount === 0).map((list) => list.name.toLowerCase()));
  return policy ? readingsOf(policy, guardrails, empty) : both(unreadFilters(name || builtInDefault));
}

export const spilloverOf = (
  { spilloverDeploymentName: name }: Deployment,
  { deployments }: Beside,
): Deployment | undefined => deployments.find((one) => name !== '' && one.name.toLowerCase() === name.toLowerCase());

/** Both ways of a call: where either may take it, the weaker of each filter is what is sure. */
const meetReadings = (a: Readings, b: Readings): Readings => ({
  off: meetFilters(a.off, b.off),
  inherit: meetFilters(a.inherit, b.inherit),
});

/** The filters that stand between caller and model whatever way a call takes: the own guardrail and, at overflow, that of the other one. */
export function effectiveReadings(deployment: Deployment, beside: Beside, seen: readonly string[] = []): Readings {
  const own = readingsNamed(deployment.raiPolicyName, beside);
  if (deployment.spilloverDeploymentName === '' || seen.includes(deployment.id)) return own;
  const target = spilloverOf(deployment, beside);
  if (!target) return meetReadings(own, both(unreadFilters(`deployment ${deployment.spilloverDeploymentName}`)));
  return meetReadings(own, effectiveReadings(target, beside, [...seen, deployment.id]));
}

const harms = new Set(['hate', 'sexual', 'violence', 'selfharm']);
const minimumStrength = ({ filter, atLeast }: GuardrailMinimum): Strength => {
  if (atLeast === 'block') return harms.has(filter) ? 'high' : 'block';
  return atLeast.toLowerCase() as Strength;
};

/** The minimum of the policy file as a guardrail that states nothing else. */
export function minimumReadings(minimum: readonly GuardrailMinimum[]): Readings {
  const strengths = new Map<string, Strength>(
    minimum.map((one) => [`${one.filter}/${one.source}`, minimumStrength(one)]),
  );
  return both({ ...noFilters, strengths });
}

/** Where a deployment stands below another guardrail; filters that only the deployment has are no matter. */
export function shortfall(is: Readings, wanted: Readings): Pick<Standing, 'weaker' | 'open'> {
  const { weaker, open, apart } = compareGuardrails(is, wanted);
  const asked = ({ key }: Difference): boolean => conventions.some((one) => wanted[one].strengths.has(key));
  return { weaker: [...weaker, ...apart].filter(asked), open: open.filter(asked) };
}

/** The strength of one filter, or both where what is not stated decides it. */
export function strengthsAt(readings: Readings, key: string): readonly Strength[] {
  const found = conventions.map((one) => readings[one].strengths.get(key) ?? readings[one].rest);
  return [...new Set(found)];
}

/** True when a filter cannot be weaker than asked, whatever is not stated. */
export const meets = (is: readonly Strength[], wanted: Strength): 'yes' | 'no' | 'open' => {
  const relations = is.map((one) => compareStrength(one, wanted));
  if (relations.every((one) => one === 'equal' || one === 'greater')) return 'yes';
  return relations.every((one) => one === 'less' || one === 'apart') ? 'no' : 'open';
};
