import type { Agent } from '../../model/agents';
import type { View } from '../../model/rule';
import type { PlacedTool } from '../../model/toolTraits';
import { blocks, type guardrailNeeds } from './agentGuardrail';
import { egressOf, type agentNeeds } from './agentTools';

type Seen = View<(typeof agentNeeds)[number] | (typeof guardrailNeeds)[number]>;

const shieldedAt = ['indirectattack/prompt', 'indirectattack/posttoolcall'] as const;

/** What stands against the misuse of an agent's ways out, in words; '' when nothing is sure to. */
export function easedBy(ways: readonly PlacedTool[], agent: Agent, view: Seen): string {
  if (ways.length > 0 && ways.every(({ tool }) => tool.approval === 'always'))
    return 'a person approves each call that leaves';
  if (
    ways.length > 0 &&
    ways.every(({ place }) => place === 'listed' || place === 'own') &&
    egressOf(agent, view) === 'closed'
  )
    return 'the network lets through approved hosts only';
  return shieldedAt.every((key) => blocks(agent, view, key) === 'yes')
    ? 'Indirect Attack blocks at prompt and tool answer'
    : '';
}
