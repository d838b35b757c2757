import rule from '../../../src/rules/mlw/mlw-trusted-connections';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const workspace = safe('mlWorkspace').id;
const account = (publicNetworkAccess: 'Enabled' | 'Disabled' | 'SecuredByPerimeter' | 'Unrecognised') =>
  safe('aiAccount', { network: safeNetwork({ publicNetworkAccess }) });
const key = { id: `${workspace}/connections/c`, parentId: workspace, owner: 'workspace', authType: 'ApiKey' } as const;
const gap = { kind: 'aiAccount', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'an identity, whatever the network', subject: { ...key, authType: 'aad' }, gaps: [gap] },
    { name: 'a key to a private service, by host', subject: key, around: [account('Disabled')] },
    {
      name: 'a key to a private service, by id',
      subject: { ...key, targetHost: '', targetResourceId: safe('searchService').id },
      around: [safe('searchService')],
    },
    { name: 'public data of a storage account', subject: { ...key, category: 'AzureBlob', authType: 'None' } },
  ],
  fail: [
    {
      name: 'a key to a public service',
      subject: key,
      around: [account('Enabled')],
      says: 'authType is ApiKey and publicNetworkAccess of the target is Enabled',
    },
    { name: 'a network value nobody knows', subject: key, around: [account('Unrecognised')] },
    { name: 'an auth type nobody knows', subject: { ...key, authType: 'Token9' }, around: [account('Enabled')] },
    {
      name: 'a perimeter that is not there',
      subject: key,
      around: [account('SecuredByPerimeter')],
      says: 'no perimeter association',
    },
    { name: 'plain http', subject: { ...key, authType: 'AAD', targetScheme: 'http' }, says: 'http' },
  ],
  notApplicable: [
    { name: 'a connection of a Foundry account', says: 'Foundry account' },
    { name: 'a service outside Azure', subject: { ...key, category: 'ApiKey' }, says: 'category ApiKey' },
  ],
  unknown: [
    { name: 'a key to a service nobody read', subject: key, says: 'not among what was read' },
    { name: 'accounts were not read', subject: key, gaps: [gap], says: 'x/read' },
    {
      name: 'a perimeter nobody reads',
      subject: { ...key, targetResourceId: safe('cosmosAccount').id },
      around: [safe('cosmosAccount', { network: safeNetwork({ publicNetworkAccess: 'SecuredByPerimeter' }) })],
      says: 'perimeter',
    },
  ],
});
