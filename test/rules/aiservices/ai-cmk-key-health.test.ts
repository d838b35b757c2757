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
  ],
  fail: [
    { name: 'pinned', subject: { keyVersionPinned: true }, around, says: 'keyVersion' },
    { name: 'disabled', around: key({ isEnabled: false }), severity: 'high', says: 'enabled' },
    { name: 'within 30 days', around: key({ expiresAt: '2026-12-24T06:00:00.000Z' }), says: '2026-12-24' },
    { name: 'trusted services stay outside', around: [vault({ bypass: [] }), safe('vaultKey')], says: 'bypass' },
  ],
  notApplicable: [{ name: 'a key of Microsoft', subject: { customerManagedKey: false } }],
  unknown: [
    { name: 'the vault was not found', says: 'keyVaultUri' },
    { name: 'the key was not found', around: [vault()], says: 'keyName' },
    { name: 'keys were not read', around: [vault()], gaps: [gap], says: 'x/read' },
  ],
});
