import { defineRule } from '../defineRule';
import { notApplicable } from '../../model/rule';
import { holdersVerdict } from './holderLimit';

const right = { operation: 'Microsoft.CognitiveServices/accounts/listKeys/action', plane: 'control' } as const;

export default defineRule({
  id: 'aiservices-listkeys-overprivileged',
  subject: 'aiAccount',
  needs: ['roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Too many can read the keys of the AI account',
  severity: 'high',
  why: 'Keys are on, and roles that look harmless list them. Whoever lists a key keeps model access after the role is gone.',
  fix: {
    text: 'Turn key access off, or take roles with listKeys from those who only call models: Cognitive Services OpenAI User has it not.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-services/disable-local-auth',
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
  ],
  controls: {
    mcsb: ['PA-7'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: (account, view) => {
    if (account.localAuthDisabled) return notApplicable('disableLocalAuth is true: keys do not work');
    const limit = { may: 'listKeys', name: 'maxKeyHolders', most: view.policy.maxKeyHolders };
    return holdersVerdict(account, { ...right, on: [account.id] }, limit, view);
  },
});
