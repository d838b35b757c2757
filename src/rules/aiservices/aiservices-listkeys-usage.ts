import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const guest = '#ext#';

export default defineRule({
  id: 'aiservices-listkeys-usage',
  subject: 'aiAccount',
  needs: ['keyListing'],
  title: 'Keys of the AI account were handed out to someone unexpected',
  severity: 'medium',
  why: 'Who once read a key uses the model without any trace of who it was, and keeps it after the role is gone. The Activity Log tells who asked within 90 days; portals ask in the name of their user. Guests are never expected.',
  fix: {
    text: 'Ask the caller why, regenerate both keys if there is no reason, or add the identity to allowedKeyReaders; better, turn key access off.',
    cli: 'az cognitiveservices account keys regenerate -g RG -n NAME --key-name Key1',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: [
    'https://learn.microsoft.com/azure/azure-monitor/platform/activity-log',
    'https://learn.microsoft.com/azure/ai-services/disable-local-auth',
  ],
  controls: {
    mcsb: ['LT-1'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    atlas: ['AML.T0055', 'AML.T0091'],
  },
  check: (account, view) => {
    if (account.localAuthDisabled) return notApplicable('disableLocalAuth is true: keys do not work');
    const allowed = new Set(view.policy.allowedKeyReaders.map((name) => name.toLowerCase()));
    const strangers = view
      .children(account, 'keyListing')
      .filter(({ caller, callerIds }) => caller !== '' && ![caller, ...callerIds].some((one) => allowed.has(one)));
    const guests = strangers.filter(({ caller }) => caller.includes(guest));
    const told = allowed.size > 0 ? strangers : guests;
    if (told.length > 0) return fail(`listKeys/action by ${told.length} callers outside allowedKeyReaders in 90 days`);
    return allowed.size > 0 ? pass : notApplicable('the policy file gives no allowedKeyReaders');
  },
});
