import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-abuse-monitoring-logging',
  subject: 'aiAccount',
  title: 'Microsoft does not watch this account for abuse',
  severity: 'info',
  why: 'Microsoft grants this exemption for privacy; then nobody reviews abuse unless you do. Either state has to be a decision.',
  fix: {
    text: 'Record who decided it and who reviews abuse instead; Microsoft turns monitoring on again on request.',
    cli: 'az cognitiveservices account show -g RG -n NAME --query properties.capabilities',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/concepts/abuse-monitoring'],
  controls: { mcsb: ['AI-6', 'DP-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], euAiAct: ['50'] },
  check: ({ capabilities }) => {
    const logging = Object.entries(capabilities).find(([name]) => name.toLowerCase() === 'contentlogging');
    return logging?.[1].toLowerCase() === 'false' ? fail('capabilities ContentLogging is false') : pass;
  },
});
