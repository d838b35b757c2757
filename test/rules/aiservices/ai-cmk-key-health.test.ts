import rule from '../../../src/rules/aiservices/ai-cmk-key-health';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const vault = (network = {}) => safe('keyVault', { network: safeNetwork({ bypass: ['azureServices'], ...network }) });
const around = [vault(), safe('vaultKey')];
const key = (changes: object) => [vault(), safe('vaultKey', changes)];
const gap = { kind: 'vaultKey', scope: vault().id, reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'in force', around },
    { name: 'it never ends', around: key({ expiresAt: '' }) },
    { name: 'beyond 30 days', around: key({ expiresAt: '2026-12-24T06:00:01.000Z' }) },
    {
      name: 'the vault is open',
      around: [vault({ publicNetworkAccess: 'Enabled', defaultAction: 'Allow', bypass: [] }), safe('vaultKey')],
    },
    {
      name: 'the URI of the vault is written otherwise, and another vault lets nobody in',
      subject: { keyVaultUri: 'HTTP://KV.vault.azure.net:443/', keyName: 'CMK' },
      around: [
        ...around,
        safe('keyVault', {
          id: `${vault().id}2`,
          vaultUri: 'https://kv2.vault.azure.net/',
          network: safeNetwork({ bypass: [] }),
        }),
        safe('vaultKey', { id: `${vault().id}/keys/old`, isEnabled: false }),
      ],
    },
    {
      name: 'trusted services are let in beside others',
      around: [vault({ bypass: ['Logging', 'AzureServices'] }), safe('vaultKey')],
    },
  ],
  fail: [
    {
      name: 'the vault is open to chosen networks only',
      around: [vault({ publicNetworkAccess: 'Enabled', bypass: [] }), safe('vaultKey')],
      says: 'bypass',
    },
    {
      name: 'the network of the vault is off, whatever its default action',
      around: [vault({ defaultAction: 'Allow', bypass: [] }), safe('vaultKey')],
      says: 'bypass',
    },
    { name: 'pinned', subject: { keyVersionPinned: true }, around, says: 'keyVersion' },
    { name: 'disabled', around: key({ isEnabled: false }), severity: 'high', says: 'enabled' },
    { name: 'within 30 days', around: key({ expiresAt: '2026-12-24T06:00:00.000Z' }), says: '2026-12-24' },
    { name: 'trusted services stay outside', around: [vault({ bypass: [] }), safe('vaultKey')], says: 'bypass' },
  ],
  notApplicable: [
    { name: 'a key of Microsoft', subject: { customerManagedKey: false }, says: 'encryption.keyVaultProperties' },
  ],
  unknown: [
    { name: 'the vault was not found', says: 'keyVaultUri not read: the vault is not among' },
    {
      name: 'a vault at a longer host',
      around: [safe('keyVault', { vaultUri: 'https://my.kv.vault.azure.net/' })],
      says: 'keyVaultUri',
    },
    {
      name: 'the URI of the vault is none',
      subject: { keyVaultUri: 'see https://kv.vault.azure.net/' },
      around,
      says: 'keyVaultUri',
    },
    { name: 'the key was not found', around: [vault()], says: 'keyName not read: the vault does not list' },
    { name: 'keys were not read', around: [vault()], gaps: [gap], says: 'x/read' },
  ],
});
