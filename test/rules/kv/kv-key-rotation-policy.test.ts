import rule from '../../../src/rules/kv/kv-key-rotation-policy';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const around = [safe('keyVault'), safe('aiAccount', { keyName: 'CMK' })];
const gap = { kind: 'vaultKey', scope: safe('vaultKey').id, property: 'rotationPolicy' } as const;
const bounded = { ...gap, reason: 'bounded', permission: '', detail: 'too many' } as const;

testRule(rule, {
  pass: [{ name: 'it rotates', around }],
  fail: [{ name: 'it does not', subject: { rotates: false }, around, says: 'rotationPolicy' }],
  notApplicable: [
    {
      name: 'it encrypts nothing of AI',
      subject: { rotates: false },
      around: [safe('keyVault'), safe('aiAccount', { keyName: 'x' })],
    },
    { name: 'it is off', subject: { isEnabled: false, rotates: false }, around },
  ],
  unknown: [{ name: 'its policy was not read', subject: { rotates: false }, around, gaps: [bounded] }],
});
