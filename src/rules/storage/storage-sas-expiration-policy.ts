import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-sas-expiration-policy',
  subject: 'storageAccount',
  title: 'Signatures on the storage of the AI stack may last for ever',
  severity: 'low',
  why: 'A shared access signature to a dataset, once in a notebook or mail, works until its own end: nothing says when that has to be.',
  fix: {
    text: 'Set how long a signature may last, or turn shared keys off.',
    cli: 'az storage account update -g RG -n NAME --sas-expiration-period 1.00:00:00',
    bicep: "properties: { sasPolicy: { sasExpirationPeriod: '1.00:00:00', expirationAction: 'Log' } }",
  },
  references: ['https://learn.microsoft.com/azure/storage/common/sas-expiration-policy'],
  controls: { mcsb: ['IM-8'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], atlas: ['AML.T0055'] },
  check: ({ allowSharedKeyAccess, sasExpirationPeriod }) => {
    if (!allowSharedKeyAccess) return notApplicable('allowSharedKeyAccess is false: keys sign nothing');
    return sasExpirationPeriod ? pass : fail('sasPolicy is absent');
  },
});
