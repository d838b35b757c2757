import rule from '../../../src/rules/subscription/subscription-defender-dependency-plans';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const storage = safe('storageAccount');
const vault = safe('keyVault');
const workspace = safe('mlWorkspace', { storageAccountId: storage.id, keyVaultId: vault.id });
const plans = (...names: string[]) =>
  names.map((name) => safe('defenderPlan', { id: `/subscriptions/s/pricings/${name}`, name }));
const used = [storage, vault, workspace];
const gap = {
  kind: 'defenderPlan',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [{ name: 'all that are needed', around: [...used, ...plans('storageaccounts', 'KeyVaults', 'Arm')] }],
  fail: [
    {
      name: 'one is missing',
      around: [...used, ...plans('StorageAccounts', 'Arm')],
      says: 'pricings not Standard: KeyVaults',
    },
    {
      name: 'one is Free',
      around: [
        ...used,
        ...plans('StorageAccounts', 'Arm'),
        safe('defenderPlan', { id: '/k', name: 'KeyVaults', pricingTier: 'Free' }),
      ],
    },
  ],
  notApplicable: [
    { name: 'nothing is used', around: [safe('cosmosAccount')] },
    { name: 'what is used lives elsewhere', around: [{ ...storage, subscriptionId: 'other' }, workspace] },
  ],
  unknown: [{ name: 'plans were not read', around: used, gaps: [gap], says: 'x/read' }],
});
