import rule from '../../../src/rules/deployment/deployment-version-pinning';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const policy = { productionTag: 'env=prod' };
const moves = { versionUpgradeOption: 'OnceNewDefaultVersionAvailable' };
const account = (tags: Record<string, string>) => [safe('aiAccount', { tags })];
const gap = {
  kind: 'aiAccount',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'it moves when it expires', policy, around: account({ env: 'prod' }) },
    {
      name: 'it never moves and expires far off, in odd casing',
      policy,
      subject: { versionUpgradeOption: 'noautoupgrade' },
      around: [...account({ env: 'prod' }), safe('modelCatalogueEntry', { retiresAt: '2027-01-23T06:00:00.000Z' })],
    },
  ],
  fail: [
    { name: 'it moves by itself', policy, subject: moves, around: account({ Env: 'Prod' }), says: 'OnceNewDefault' },
    {
      name: 'nothing is set',
      policy,
      subject: { versionUpgradeOption: '' },
      around: account({ env: 'prod' }),
      says: 'not set',
    },
    {
      name: 'it never moves and expires within 60 days',
      policy,
      subject: { versionUpgradeOption: 'NoAutoUpgrade' },
      around: [...account({ env: 'prod' }), safe('modelCatalogueEntry', { retiresAt: '2027-01-23T05:59:59.000Z' })],
      says: '2027-01-23',
    },
    { name: 'the tag is on the deployment', policy, subject: { ...moves, tags: { env: 'prod' } }, around: account({}) },
  ],
  notApplicable: [
    { name: 'nobody said what production is', subject: moves, around: account({ env: 'prod' }) },
    { name: 'not production', policy, subject: moves, around: account({ env: 'test' }) },
  ],
  unknown: [
    { name: 'the account was not read', policy, subject: moves, gaps: [gap] },
    {
      name: 'it never moves and the catalogue does not list it',
      policy,
      subject: { versionUpgradeOption: 'NoAutoUpgrade' },
      around: account({ env: 'prod' }),
    },
    {
      name: 'it never moves and the catalogue gives no date',
      policy,
      subject: { versionUpgradeOption: 'NoAutoUpgrade' },
      around: [...account({ env: 'prod' }), safe('modelCatalogueEntry', { retiresAt: '' })],
    },
  ],
});
