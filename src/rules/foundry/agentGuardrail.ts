import type { Agent } from '../../model/agents';
import {
  effectivePolicy,
  effectiveReadings,
  meets,
  readingsNamed,
  strengthsAt,
  type Beside,
  type Readings,
} from '../../model/guardrail';
import { fail, pass, type Verdict, type View } from '../../model/rule';
import { accountOf } from './agentTools';

export const guardrailNeeds = ['guardrail', 'deployment', 'blocklist'] as const;
export type GuardrailView = View<(typeof guardrailNeeds)[number]>;

/** A guardrail that nobody lists: everything it filters is open. */
const unread = (name: string): Readings =>
  readingsNamed(`unread ${name}`, { guardrails: [], deployments: [], blocklists: [] });

/** The guardrail that the agent names, as long as it lies in its own account; undefined when it names none. */
function ownReadings(
  { raiPolicyName, raiPolicyAccount }: Agent,
  account: string,
  beside: Beside,
): Readings | undefined {
  if (raiPolicyName === '') return undefined;
  return raiPolicyAccount === '' || raiPolicyAccount === account
    ? readingsNamed(raiPolicyName, beside)
    : unread(raiPolicyName);
}

function modelReadings({ model }: Agent, beside: Beside): Readings {
  const deployment = beside.deployments.find(({ name }) => model !== '' && name.toLowerCase() === model.toLowerCase());
  return deployment ? effectiveReadings(deployment, beside) : unread(model ? `deployment ${model}` : 'its model');
}

/** The filters that act on an agent: those of its own guardrail and nothing of its deployment's, or its deployment's when it has none. */
function agentReadings(agent: Agent, view: GuardrailView): Readings {
  const account = accountOf(agent);
  const beside: Beside = {
    guardrails: view.children(account, 'guardrail'),
    deployments: view.children(account, 'deployment'),
    blocklists: view.children(account, 'blocklist'),
  };
  const own = ownReadings(agent, account.id, beside);
  const model = own ?? modelReadings(agent, beside);
  return { off: effectivePolicy(own?.off, model.off), inherit: effectivePolicy(own?.inherit, model.inherit) };
}

/** Whether the filter stops what it finds: `open` where that rests on what is not stated. */
export const blocks = (agent: Agent, view: GuardrailView, key: string): 'yes' | 'no' | 'open' =>
  meets(strengthsAt(agentReadings(agent, view), key), 'block');

/** Where the guardrail comes from, for evidence. */
const guardrailName = ({ raiPolicyName, model }: Agent): string =>
  raiPolicyName ? `rai_config.rai_policy_name ${raiPolicyName}` : `raiPolicyName of deployment ${model || 'not named'}`;

/** Passes where the filter surely blocks, fails where it surely does not. */
export function blockVerdict(
  agent: Agent,
  view: GuardrailView,
  { key, label }: { readonly key: string; readonly label: string },
): Verdict {
  const is = blocks(agent, view, key);
  if (is === 'yes') return pass;
  if (is === 'no') return fail(`${guardrailName(agent)} does not block ${label}`);
  return view.doubt(agent, 'rai_config', `whether ${guardrailName(agent)} blocks ${label} is not stated`);
}
