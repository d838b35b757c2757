import rule from '../../../src/rules/mlregistry/mlregistry-multi-region';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'two regions' }],
  fail: [
    { name: 'one', subject: { regions: ['westeurope'] }, says: 'regionDetails name westeurope' },
    { name: 'one, written twice', subject: { regions: ['West Europe', 'westeurope'] } },
    { name: 'none stated', subject: { regions: [] }, says: 'no region' },
  ],
});
