import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'mlcompute-vm-size-allowed',
  subject: 'compute',
  title: 'ML compute has a size nobody allowed',
  severity: 'low',
  why: 'Large sizes, those with GPUs before all, are what stolen access is spent on: mining, and models of others.',
  fix: {
    text: 'Make the compute anew in an allowed size, or add its size to allowedVmSizes.',
    cli: 'az ml compute create -g RG -w WORKSPACE -n NAME --type AmlCompute --size SIZE',
    bicep: "properties: { properties: { vmSize: 'Standard_DS3_v2' } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/concept-compute-target'],
  controls: { mcsb: ['AM-2'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'], atlas: ['AML.T0034'] },
  check: ({ vmSize }, { policy: { allowedVmSizes } }) => {
    if (allowedVmSizes.length === 0) return notApplicable('the policy file gives no allowedVmSizes');
    if (!vmSize) return notApplicable('vmSize is empty');
    return allowedVmSizes.some((size) => size.toLowerCase() === vmSize.toLowerCase())
      ? pass
      : fail(`vmSize is ${vmSize}`);
  },
});
