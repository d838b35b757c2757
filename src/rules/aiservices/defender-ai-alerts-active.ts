import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import type { DefenderAlert } from '../../model/governance';

const closed = new Set(['dismissed', 'resolved']);
/** Alert types of the AI plan; one agent alert comes without the `AI.` in front. */
const isAi = ({ alertType }: DefenderAlert): boolean => /^(ai\.|azure_agentic_)/i.test(alertType);
const isOpen = ({ status }: DefenderAlert): boolean => !closed.has(status.toLowerCase());

export default defineRule({
  id: 'defender-ai-alerts-active',
  subject: 'aiAccount',
  needs: ['defenderAlert'],
  title: 'Defender has an open AI alert on this account',
  severity: 'high',
  why: 'Somebody may be attacking the models at this moment: whatever else is open on this account comes first.',
  fix: {
    text: 'Investigate the alert in Defender for Cloud, contain it, and close it with its reason.',
    cli: 'az security alert list --query "[?contains(alertType, \'AI.\')]"',
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/alerts-ai-workloads'],
  controls: {
    mcsb: ['LT-1', 'AI-6'],
    owaspLlm2025: ['LLM01', 'LLM10'],
    owaspLlm2026: ['LLM01', 'LLM06'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0051', 'AML.T0034'],
  },
  check: (account, view) => {
    const concerns = (id: string): boolean => id === account.id || id.startsWith(`${account.id}/`);
    const open = view.all('defenderAlert').filter((one) => isAi(one) && isOpen(one) && one.resourceIds.some(concerns));
    return open.length ? fail(open.map((one) => `${one.alertType} is ${one.status}`).join('; ')) : pass;
  },
});
