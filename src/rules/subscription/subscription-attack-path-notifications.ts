import { fail, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

/** Risk levels from which on High is told too. */
const low = new Set(['low', 'medium', 'high']);

export default defineRule({
  id: 'subscription-attack-path-notifications',
  subject: 'subscription',
  needs: ['securityContact'],
  title: 'Nobody is told of attack paths',
  severity: 'low',
  why: 'Defender finds a way from the internet to a model or its data, and it stays on a page that nobody opens.',
  fix: {
    text: 'Let the security contact be notified of attack paths of risk level High or lower.',
    cli: 'az rest --method get --url "SUBSCRIPTION_ID/providers/Microsoft.Security/securityContacts?api-version=2023-12-01-preview"',
    bicep:
      "properties: { isEnabled: true, emails: 'MAIL', notificationsSources: [ { sourceType: 'AttackPath', minimalRiskLevel: 'High' } ] }",
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/configure-email-notifications'],
  controls: { mcsb: ['IR-2', 'LT-1'] },
  check: (subscription, view) => {
    const contacts = view.children(subscription, 'securityContact');
    if (contacts.length === 0) return fail('securityContacts is empty');
    const told = contacts.filter(({ isEnabled, hasReceivers }) => isEnabled && hasReceivers);
    if (told.length === 0) return fail('securityContacts are off or have neither emails nor notificationsByRole');
    const levels = told.map(({ attackPathRiskLevel }) => attackPathRiskLevel);
    return levels.some((level) => low.has(level.toLowerCase()))
      ? pass
      : fail(`notificationsSources AttackPath minimalRiskLevel is ${levels.find(Boolean) || 'not set'}`);
  },
});
