import rule from '../../../src/rules/aiservices/nsp-perimeter-used';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const gap = {
  kind: 'perimeterAssociation',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [{ name: 'enforced, in odd casing', around: [safe('perimeterAssociation', { accessMode: 'enforced' })] }],
  fail: [
    { name: 'no association', says: 'are empty' },
    { name: 'it only watches', around: [safe('perimeterAssociation', { accessMode: 'Learning' })], says: 'Learning' },
  ],
  unknown: [{ name: 'not read', gaps: [gap] }],
});
