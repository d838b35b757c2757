import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

/** Stored completions are a feature of the Azure OpenAI API, which only these kinds serve. */
const servesCompletions = new Set(['openai', 'aiservices']);

export default defineRule({
  id: 'aiservices-stored-completions-off',
  subject: 'aiAccount',
  title: 'AI account can keep prompts and completions',
  severity: 'medium',
  why: 'A caller that asks for it leaves prompts and answers, personal data included, in the account for distillation and evaluation.',
  fix: {
    text: 'Turn stored completions off where no team has a written need for them.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.storedCompletionsDisabled=true',
    bicep: 'properties: { storedCompletionsDisabled: true }',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/stored-completions'],
  controls: { mcsb: ['DP-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], atlas: ['AML.T0036'] },
  check: (account) => {
    if (!servesCompletions.has(account.accountKind.toLowerCase()))
      return notApplicable(`kind ${account.accountKind} serves no completions`);
    return account.storedCompletionsDisabled ? pass : fail('storedCompletionsDisabled is false');
  },
});
