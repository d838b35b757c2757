import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'databricks-no-public-ip',
  subject: 'databricksWorkspace',
  title: 'Databricks clusters have public addresses',
  severity: 'medium',
  why: 'Every cluster node with a public address can be reached and scanned from the internet, and calls out past the firewall.',
  fix: {
    text: 'Turn secure cluster connectivity on.',
    cli: 'az databricks workspace update -g RG -n NAME --enable-no-public-ip true',
    bicep: 'properties: { parameters: { enableNoPublicIp: { value: true } } }',
  },
  references: ['https://learn.microsoft.com/azure/databricks/security/network/classic/secure-cluster-connectivity'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: [],
    policies: ['51c1490f-3319-459c-bbbc-7f391bbed753'],
    names: ['Azure Databricks Clusters should disable public IP'],
  },
  check: ({ computeMode, noPublicIp }) => {
    if (computeMode === 'Serverless')
      return notApplicable('a serverless workspace runs no clusters in this subscription');
    return noPublicIp ? pass : fail('parameters.enableNoPublicIp is not true');
  },
});
