import type { AiAccount } from '../../model/ai';
import type { MetricAlert } from '../../model/safeguards';
import { fail, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

/** An alert on a group or subscription watches one type in one region. */
function covers({ scopes, targetType, targetRegion }: MetricAlert, { id, location }: AiAccount): boolean {
  if (scopes.includes(id)) return true;
  const above = scopes.some((scope) => id.startsWith(`${scope}/`));
  return above && targetType === 'microsoft.cognitiveservices/accounts' && ['', location].includes(targetRegion);
}

export default defineRule({
  id: 'aiservices-metric-alert-exists',
  subject: 'aiAccount',
  needs: ['metricAlert'],
  title: 'Nobody is told when the AI account misbehaves',
  severity: 'low',
  why: 'Errors, blocked calls and bursts of tokens by a stolen key show in the metrics first; without an alert nobody looks.',
  fix: {
    text: 'Create a metric alert on the account, or one on all accounts of the region.',
    cli: 'az monitor metrics alert create -g RG -n NAME --scopes ACCOUNT_ID --condition "total ClientErrors > 50"',
    bicep: 'properties: { enabled: true, scopes: [ account.id ], severity: 2 }',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/monitor-openai',
    'https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types',
  ],
  controls: {
    mcsb: ['LT-1', 'AI-6'],
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic2026: ['ASI08'],
    atlas: ['AML.T0034'],
  },
  check: (account, view) => {
    const on = view.all('metricAlert').filter((alert) => covers(alert, account));
    if (on.length === 0) return fail('metricAlerts whose scopes hold the account: none');
    return on.some(({ isEnabled }) => isEnabled) ? pass : fail('metricAlerts on the account: enabled is false');
  },
});
