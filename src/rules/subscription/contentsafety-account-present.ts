import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isGenerative } from '../../model/guardrail/modelFilters';

const shielding = new Set(['contentsafety', 'aiservices']);

export default defineRule({
  id: 'contentsafety-account-present',
  subject: 'subscription',
  needs: ['aiAccount', 'deployment'],
  title: 'Subscription has models and no service to shield what is outside them',
  severity: 'info',
  why: 'Filters of a deployment see its prompts and answers. Documents, images of users and models run elsewhere need shields of their own, which Content Safety and Foundry accounts offer.',
  fix: {
    text: 'Make a Content Safety or Foundry account, and call its shields where the filters of a deployment do not reach.',
    cli: 'az cognitiveservices account create -g RG -n NAME --kind ContentSafety --sku S0 --location REGION',
    bicep: "kind: 'ContentSafety'",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/content-safety/overview'],
  controls: { mcsb: ['AI-2'], owaspLlm2025: ['LLM01'], owaspLlm2026: ['LLM01'] },
  check: ({ subscriptionId }, view) => {
    const accounts = view.all('aiAccount').filter((account) => account.subscriptionId === subscriptionId);
    if (accounts.some(({ accountKind }) => shielding.has(accountKind.toLowerCase()))) return pass;
    const generative = accounts
      .flatMap((account) => view.children(account, 'deployment'))
      .filter(({ model }) => isGenerative(model));
    return generative.length > 0
      ? fail(`kinds of accounts are ${[...new Set(accounts.map(({ accountKind }) => accountKind))].join(', ')}`)
      : notApplicable('there is no deployment of a generative model');
  },
});
