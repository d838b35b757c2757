import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlendpoint-app-insights',
  subject: 'onlineDeployment',
  title: 'Deployment of the endpoint keeps no telemetry',
  severity: 'low',
  why: 'Without requests, failures and traces nobody sees that a model is probed, scraped or broken.',
  fix: {
    text: 'Turn Application Insights on for the deployment.',
    cli: 'az ml online-deployment update -g RG -w WORKSPACE -e ENDPOINT -n NAME --set app_insights_enabled=true',
    bicep: 'properties: { appInsightsEnabled: true }',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-monitor-online-endpoints'],
  controls: { mcsb: ['LT-3'] },
  check: ({ appInsightsEnabled }) => (appInsightsEnabled ? pass : fail('appInsightsEnabled is false')),
});
