import { evaluate } from '../../../src/evaluate';
import { defaultPolicy } from '../../../src/model/policy';
import type { Rule } from '../../../src/model/rule';
import expiry from '../../../src/rules/foundry/foundry-connection-secret-expiry';
import keyAuth from '../../../src/rules/foundry/foundry-connection-key-auth';
import signedIn from '../../../src/rules/foundry/foundry-connection-tool-signed-in';
import { safe } from '../../kit/safe';

/** One category of each of the eight groups. */
const groups = {
  ai: 'AzureOpenAI',
  foreignModel: 'ModelGateway',
  web: 'GroundingWithBingSearch',
  tools: 'RemoteTool',
  data: 'CosmosDb',
  supply: 'Git',
  ops: 'AppConfig',
  bare: 'CustomKeys',
} as const;
const identities = ['AAD', 'ManagedIdentity', 'OAuth2'];
const secrets = [
  'ApiKey',
  'AccessKey',
  'AccountKey',
  'CustomKeys',
  'PAT',
  'SAS',
  'ServicePrincipal',
  'UsernamePassword',
];
const authTypes = [...identities, 'None', ...secrets];

/** The rules that fail, by hand: a key where an identity would do, a secret without end, a tool that asks nobody. */
function expected(group: keyof typeof groups, authType: string): readonly string[] {
  const entra = ['ai', 'data', 'ops'].includes(group);
  if (identities.includes(authType)) return [];
  if (authType === 'None') return [...(entra ? [keyAuth.id] : []), ...(group === 'tools' ? [signedIn.id] : [])];
  return [...(entra ? [keyAuth.id] : []), expiry.id];
}

const cases = (Object.keys(groups) as (keyof typeof groups)[]).flatMap((group) =>
  authTypes.map((authType) => ({ group, authType, wanted: expected(group, authType) })),
);

it('judges all twelve auth types in all eight groups', () => {
  expect(cases).toHaveLength(96);
});

it.each(cases)('$group with $authType', ({ group, authType, wanted }) => {
  const connection = safe('connection', { category: groups[group], authType, targetHost: 'host.partner.example' });
  const snapshot = {
    unit: 's',
    takenAt: '2026-11-24T06:00:00Z',
    resources: [connection],
    context: [],
    gaps: [],
    contextGaps: [],
    gone: [],
  };
  const rules = [keyAuth, expiry, signedIn] as unknown as readonly Rule[];
  const enabled = Object.fromEntries(rules.map(({ id }) => [id, { enabled: true }]));
  const failed = evaluate(snapshot, rules, { ...defaultPolicy, rules: enabled }).filter(
    ({ status }) => status === 'fail',
  );
  expect(failed.map(({ ruleId }) => ruleId).sort()).toEqual([...wanted].sort());
});
