import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'appinsights-entra-ingestion',
  subject: 'appInsights',
  title: 'Anyone with its key may write telemetry of the AI stack',
  severity: 'low',
  why: 'The instrumentation key stands in many clients. Whoever has it drowns or forges the traces by which agents and models are watched.',
  fix: {
    text: 'Give senders the role Monitoring Metrics Publisher, then turn key-based ingestion off.',
    cli: 'az resource update --ids COMPONENT_ID --set properties.DisableLocalAuth=true',
    bicep: 'properties: { DisableLocalAuth: true }',
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication'],
  controls: { mcsb: ['IM-1'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'] },
  defender: { assessments: [], policies: ['199d5677-e4d9-4264-9465-efe1839c06bd'], offByDefault: true },
  check: (component) => (component.localAuthDisabled ? pass : fail('DisableLocalAuth is false')),
});
