import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const mostPercent = 1;
const metered = new Set(['openai', 'aiservices']);

export default defineRule({
  id: 'aiservices-throttling-rate',
  subject: 'aiAccount',
  needs: ['modelRequests'],
  title: 'Calls of models are refused because the quota is used up',
  severity: 'low',
  why: 'Either the quota is too small, or somebody uses it up: a flood of calls and a stolen key look the same here. More than one in a hundred calls of 30 days answered with 429 counts.',
  fix: {
    text: 'See which deployment and which caller it is; limit callers at a gateway, then raise the capacity or add spillover.',
    cli: 'az monitor metrics list --resource ACCOUNT_ID --metrics AzureOpenAIRequests --aggregation Total --interval P1D --filter "StatusCode eq \'*\'"',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/monitor-openai-reference',
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/quota',
  ],
  controls: {
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic2026: ['ASI08'],
    atlas: ['AML.T0029', 'AML.T0034'],
  },
  check: (account, view) => {
    if (!metered.has(account.accountKind.toLowerCase())) return notApplicable(`kind is ${account.accountKind}`);
    const [counted] = view.children(account, 'modelRequests');
    if (!counted) return view.doubt(account, 'AzureOpenAIRequests', 'Azure Monitor answered nothing');
    if (counted.called.length === 0) return notApplicable('AzureOpenAIRequests counts no call in 30 days');
    return counted.throttledPercent > mostPercent
      ? fail(`AzureOpenAIRequests with StatusCode 429 are ${counted.throttledPercent} % in 30 days`)
      : pass;
  },
});
