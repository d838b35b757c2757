import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-defender-for-ai-resource-enabled',
  subject: 'aiAccount',
  needs: ['defenderForAiSetting'],
  title: 'AI account is left out of Defender for AI',
  severity: 'medium',
  why: 'An account that opted out raises no alert on jailbreaks, stolen tokens or wallet abuse, whatever plan the subscription pays.',
  fix: {
    text: 'Set the Defender for AI setting of the account to Enabled.',
    cli: 'az rest --method put --url "ACCOUNT_ID/defenderForAISettings/Default?api-version=2025-06-01" --body \'{"properties":{"state":"Enabled"}}\'',
    bicep: "resource d 'defenderForAISettings' = { name: 'Default', properties: { state: 'Enabled' } }",
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/ai-onboarding'],
  controls: {
    mcsb: ['LT-1', 'AI-6'],
    owaspLlm2025: ['LLM01', 'LLM10'],
    owaspLlm2026: ['LLM01', 'LLM06'],
    atlas: ['AML.T0051', 'AML.T0034'],
  },
  check: (account, view) => {
    const states = view.children(account, 'defenderForAiSetting').map((setting) => setting.state);
    if (states.length === 0) return fail('defenderForAISettings holds no entry');
    return states.every((state) => state === 'Enabled') ? pass : fail(`state is ${states.join(', ')}`);
  },
});
