import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export default defineRule({
  id: 'storage-key-rotation',
  subject: 'storageAccount',
  title: 'Storage keys of the AI stack are old',
  severity: 'medium',
  why: 'Keys are copied into datastores, scripts and notebooks. An old one has been in many places, and every copy still works.',
  fix: {
    text: 'Regenerate both keys one after the other, or turn shared keys off.',
    cli: 'az storage account keys renew -g RG -n NAME --key key1',
  },
  references: ['https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage'],
  controls: { mcsb: ['DP-6'], owaspAgentic2026: ['ASI03'], atlas: ['AML.T0055'], cis6: ['9.3.1.2'] },
  defender: { assessments: [], policies: ['044985bb-afe1-42cd-8a36-9d5d42424537'], offByDefault: true },
  check: (storage, view) => {
    if (!storage.allowSharedKeyAccess) return notApplicable('allowSharedKeyAccess is false: keys do not work');
    const keys = Object.entries({ key1: storage.key1CreatedAt, key2: storage.key2CreatedAt });
    const old = keys.filter(([, at]) => at && days(at, view.takenAt) > view.policy.maxKeyAgeDays);
    if (old.length) return fail(old.map(([key, at]) => `keyCreationTime.${key} is ${at}`).join(', '));
    const unstated = keys.find(([, at]) => !at);
    return unstated ? view.doubt(storage, `keyCreationTime.${unstated[0]}`, 'Azure states no time') : pass;
  },
});
