import type { AgentApplication } from '../../model/ai';
import { oncePer } from '../../model/oncePer';
import { fail, notApplicable } from '../../model/rule';
import { defineRule } from '../defineRule';
import { accountAbove, reachVerdict } from './identityReach';

/** The applications that bear each identity. */
const bearers = oncePer((applications: readonly AgentApplication[]) =>
  Map.groupBy(
    applications.flatMap(({ id, principalIds }) => principalIds.map((principalId) => ({ id, principalId }))),
    ({ principalId }) => principalId,
  ),
);

export default defineRule({
  id: 'foundry-agent-identity-excess-rbac',
  subject: 'agentApplication',
  needs: ['agentApplication', 'roleAssignment', 'roleDefinition', 'principal'],
  title: 'Identity of a published agent reaches too far, or is shared',
  severity: 'high',
  why: 'A prompt that turns the agent turns every Azure role of its identity; one that agents share lets each do what any of them may. Directory roles are not looked at.',
  fix: {
    text: 'Give the application an identity of its own, with roles on the account and the stores that its agents use.',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/agents/concepts/agent-identity',
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
  ],
  controls: {
    mcsb: ['AI-4'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0108', 'AML.T0012'],
  },
  check: (application, view) => {
    const { principalIds, isEnabled } = application;
    if (!isEnabled) return notApplicable('isEnabled is false');
    if (principalIds.length === 0) return notApplicable('defaultInstanceIdentity.principalId is empty');
    const byPrincipal = bearers(view.all('agentApplication'));
    const sharing = new Set(principalIds.flatMap((one) => byPrincipal.get(one) ?? []).map(({ id }) => id));
    if (sharing.size > 1) return fail(`defaultInstanceIdentity is shared with ${sharing.size - 1} other applications`);
    return reachVerdict(application, principalIds, accountAbove(application.id), view);
  },
});
