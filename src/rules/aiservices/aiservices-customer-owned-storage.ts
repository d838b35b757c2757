import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const offersOwnStorage = (capabilities: Readonly<Record<string, string>>): boolean =>
  Object.keys(capabilities).some((name) => name.toLowerCase() === 'customermanagedstorage');

export default defineRule({
  id: 'aiservices-customer-owned-storage',
  subject: 'aiAccount',
  title: 'AI account writes to storage of Microsoft though it could use yours',
  severity: 'low',
  why: 'What the service writes lies outside your own retention, logging and network rules.',
  fix: {
    text: 'Link a storage account of your own when the account is created.',
    cli: 'az cognitiveservices account create -g RG -n NAME --kind KIND --sku S0 -l REGION --storage \'[{"resourceId":"STORAGE_ID"}]\'',
    bicep: 'properties: { userOwnedStorage: [ { resourceId: storage.id } ] }',
  },
  references: ['https://learn.microsoft.com/azure/ai-services/speech-service/bring-your-own-storage-speech-resource'],
  controls: { mcsb: ['DP-5'] },
  defender: {
    assessments: ['aa395469-1687-78a7-bf76-f4614ef72977'],
    policies: ['46aa9b05-0e60-4eae-a88b-1e9d374fa515', '11566b39-f7f7-4b82-ab06-68d8700eb0a4'],
    offByDefault: true,
    differs: 'Microsoft has deprecated this recommendation, which also took encryption with an own key as enough.',
  },
  check: ({ capabilities, userOwnedStorage }) => {
    if (!offersOwnStorage(capabilities)) return notApplicable('capabilities hold no CustomerManagedStorage');
    return userOwnedStorage.length ? pass : fail('userOwnedStorage is empty');
  },
});
