import { fail, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'ai-deleted-account-lingering',
  subject: 'deletedAccount',
  title: 'Deleted AI account can still be recovered',
  severity: 'info',
  why: 'For 48 hours whoever may recover the account gets its models and stored data back, and its name stays taken.',
  fix: {
    text: 'Purge the account if nobody needs it back.',
    cli: 'az cognitiveservices account purge -l LOCATION -g RG -n NAME',
  },
  references: ['https://learn.microsoft.com/azure/ai-services/recover-purge-resources'],
  controls: { mcsb: ['AM-2'] },
  check: (account, view) => {
    if (account.purgesAt === '') return view.doubt(account, 'scheduledPurgeDate', 'Azure does not state it');
    return Date.parse(account.purgesAt) > Date.parse(view.takenAt)
      ? fail(`scheduledPurgeDate is ${account.purgesAt}`)
      : pass;
  },
});
