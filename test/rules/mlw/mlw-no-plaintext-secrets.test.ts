import rule from '../../../src/rules/mlw/mlw-no-plaintext-secrets';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const secrets = (...names: string[]) =>
  names.map(
    (name) => ({ place: `environmentVariables[${name}]`, secretKind: 'storageKey', confidence: 'checksum' }) as const,
  );
const deployments = (...names: string[]) => [
  safe('onlineEndpoint'),
  safe('onlineDeployment', { exposedSecrets: secrets(...names) }),
];
const gap = { reason: 'forbidden', permission: 'x/read', detail: '', scope: safe('mlWorkspace').id } as const;

testRule(rule, {
  pass: [
    { name: 'there is no endpoint' },
    { name: 'deployments without secrets', around: deployments() },
    {
      name: 'the secret is in another workspace',
      around: [safe('onlineEndpoint', { id: '/x/onlineendpoints/e', parentId: '/x' }), ...deployments('KEY').slice(1)],
    },
  ],
  fail: [
    {
      name: 'an online deployment',
      around: deployments('KEY'),
      says: 'environmentVariables[KEY] holds storageKey (checksum)',
    },
    {
      name: 'a batch deployment',
      around: [safe('batchEndpoint'), safe('batchDeployment', { exposedSecrets: secrets('B') })],
      says: 'environmentVariables[B]',
    },
    {
      name: 'five places are named',
      around: deployments('A', 'B', 'C', 'D', 'E', 'F', 'G'),
      says: '[E] holds storageKey (checksum); 2 more',
    },
  ],
  unknown: [
    { name: 'endpoints were not read', gaps: [{ ...gap, kind: 'onlineEndpoint' }], says: 'x/read' },
    { name: 'deployments were not read', around: [safe('batchEndpoint')], gaps: [{ ...gap, kind: 'batchDeployment' }] },
  ],
});
