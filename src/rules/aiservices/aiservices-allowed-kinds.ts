import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-allowed-kinds',
  subject: 'aiAccount',
  title: 'AI account is of a kind nobody sanctioned',
  severity: 'low',
  why: 'Each kind brings its own data flows and controls: one that was not looked at escapes both.',
  fix: {
    text: 'Delete the account, or have its kind approved and listed in allowedAccountKinds.',
    cli: 'az cognitiveservices account delete -g RG -n NAME',
  },
  references: ['https://learn.microsoft.com/azure/ai-services/what-are-ai-services'],
  controls: {
    mcsb: ['AM-2', 'AI-1'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    nistAiRmf: ['GOVERN-1.6'],
  },
  check: ({ accountKind }, { policy: { allowedAccountKinds } }) => {
    if (allowedAccountKinds.length === 0) return notApplicable('the policy file gives no allowedAccountKinds');
    return allowedAccountKinds.some((kind) => kind.toLowerCase() === accountKind.toLowerCase())
      ? pass
      : fail(`kind is ${accountKind || 'not stated'}`);
  },
});
