import rule from '../../../src/rules/deployment/deployment-data-residency-sku';
import { testRule } from '../../kit/testRule';

const policy = { allowedRegions: ['westeurope'] };

testRule(rule, {
  pass: [
    { name: 'a data zone', policy },
    { name: 'one region', policy, subject: { sku: 'Standard' } },
  ],
  fail: [
    { name: 'global', policy, subject: { sku: 'GlobalStandard' }, says: 'sku.name is GlobalStandard' },
    { name: 'global batch, in odd casing', policy, subject: { sku: 'globalbatch' } },
  ],
  notApplicable: [{ name: 'no region is demanded', subject: { sku: 'GlobalStandard' } }],
});
