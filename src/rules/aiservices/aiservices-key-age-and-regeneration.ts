import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** How far back the Activity Log reaches. */
const logDays = 90;

export default defineRule({
  id: 'aiservices-key-age-and-regeneration',
  subject: 'aiAccount',
  needs: ['keyRegeneration'],
  title: 'AI account keys were not regenerated in time',
  severity: 'high',
  why:
    'A key that leaked works until it is regenerated. The Activity Log reaches back 90 days: within them an account with keys on has to ' +
    'show a regeneration, unless the account itself is younger.',
  fix: {
    text: 'Regenerate both keys one after the other, or turn key access off.',
    cli: 'az cognitiveservices account keys regenerate -g RG -n NAME --key-name Key1',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-services/rotate-keys',
    'https://learn.microsoft.com/azure/azure-monitor/platform/activity-log',
  ],
  controls: {
    mcsb: ['DP-6'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: (account, view) => {
    const { maxKeyAgeDays } = view.policy;
    if (account.localAuthDisabled) return notApplicable('disableLocalAuth is true: keys do not work');
    if (account.createdAt && days(account.createdAt, view.takenAt) <= maxKeyAgeDays) return pass;
    const regenerations = view.children(account, 'keyRegeneration');
    if (regenerations.some(({ at }) => days(at, view.takenAt) <= maxKeyAgeDays)) return pass;
    return maxKeyAgeDays > logDays
      ? view.doubt(account, 'keys', `the Activity Log reaches back ${logDays} days, less than ${maxKeyAgeDays}`)
      : fail(`no regenerateKey/action in ${maxKeyAgeDays} days; dateCreated is ${account.createdAt || 'not stated'}`);
  },
});
