import rule from '../../../src/rules/aiservices/aiservices-multi-region';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const policy = { rules: { 'aiservices-multi-region': { enabled: true } }, productionTag: 'env=prod' };
const tags = { env: 'prod' };
const own = safe('deployment');
const id = `${safe('aiAccount').id}2`;
const other = safe('aiAccount', { id, tags, location: 'northeurope' });
const theirs = safe('deployment', { id: `${id}/deployments/gpt`, parentId: id });
const given = { policy, subject: { tags } };
const gap = { kind: 'deployment', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [{ name: 'deployments elsewhere', ...given, around: [own, other, theirs] }],
  fail: [
    { name: 'it is alone', ...given, around: [own], says: 'location is westeurope' },
    { name: 'the other account is empty', ...given, around: [own, other] },
    { name: 'the other is beside it', ...given, around: [own, { ...other, location: 'westeurope' }, theirs] },
  ],
  notApplicable: [
    { name: 'no deployment', ...given, says: 'no deployment' },
    { name: 'nobody said what production is', around: [own], says: 'productionTag' },
    { name: 'not production', policy, around: [own], says: 'not tagged' },
  ],
  unknown: [{ name: 'deployments were not read', ...given, gaps: [gap], says: 'x/read' }],
});
