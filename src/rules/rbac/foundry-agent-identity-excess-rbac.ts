import { fail, notApplicable } from '../../model/rule';
import { defineRule } from '../defineRule';
import { accountAbove, reachVerdict } from './identityReach';

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
    const sharing = view
      .all('agentApplication')
      .filter(
        ({ id, principalIds: others }) => id !== application.id && others.some((one) => principalIds.includes(one)),
      );
    if (sharing.length > 0) return fail(`defaultInstanceIdentity is shared with ${sharing.length} other applications`);
    return reachVerdict(application, principalIds, accountAbove(application.id), view);
  },
});
