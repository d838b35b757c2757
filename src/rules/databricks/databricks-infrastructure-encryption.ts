import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'databricks-infrastructure-encryption',
  subject: 'databricksWorkspace',
  title: 'Databricks root storage is encrypted once only',
  severity: 'low',
  why: 'A second layer with a key of its own keeps data closed when one layer or its key fails. It can be chosen only when the workspace is made.',
  fix: {
    text: 'Make the workspace anew with infrastructure encryption.',
    cli: 'az databricks workspace create -g RG -n NAME --sku premium --location LOCATION --require-infrastructure-encryption true',
    bicep: 'properties: { parameters: { requireInfrastructureEncryption: { value: true } } }',
  },
  references: ['https://learn.microsoft.com/azure/databricks/security/keys/double-encryption'],
  controls: { mcsb: ['DP-4'] },
  check: ({ computeMode, infrastructureEncryption }) => {
    if (computeMode === 'Serverless')
      return notApplicable('a serverless workspace has no root storage in this subscription');
    return infrastructureEncryption ? pass : fail('parameters.requireInfrastructureEncryption is not true');
  },
});
