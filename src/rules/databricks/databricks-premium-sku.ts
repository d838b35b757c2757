import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'databricks-premium-sku',
  subject: 'databricksWorkspace',
  title: 'Databricks workspace is not of the Premium plan',
  severity: 'low',
  why: 'Private link, customer-managed keys, audit logs and access control on tables exist in the Premium plan only.',
  fix: {
    text: 'Upgrade the workspace to Premium.',
    cli: 'az databricks workspace update -g RG -n NAME --sku premium',
    bicep: "sku: { name: 'premium' }",
  },
  references: ['https://learn.microsoft.com/azure/databricks/admin/account-settings/account'],
  controls: { mcsb: ['NS-2', 'DP-5'] },
  defender: { assessments: [], policies: ['2cc2c3b5-c2f8-45aa-a9e6-f90d85ae8352'] },
  check: ({ sku }) => (sku.toLowerCase() === 'premium' ? pass : fail(`sku.name is ${sku || 'absent'}`)),
});
