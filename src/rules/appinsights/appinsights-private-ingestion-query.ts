import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { perimeterUnread } from '../unreadPerimeter';

export default defineRule({
  id: 'appinsights-private-ingestion-query',
  subject: 'appInsights',
  title: 'Traces of the AI stack are written and read over the internet',
  severity: 'low',
  why: 'Traces of agents hold prompts and answers: with a stolen token they can be queried from anywhere, and forged from anywhere.',
  fix: {
    text: 'Put the component behind an Azure Monitor Private Link Scope and turn public ingestion and queries off.',
    cli: 'az monitor app-insights component update -g RG --app NAME --ingestion-access Disabled --query-access Disabled',
    bicep: "properties: { publicNetworkAccessForIngestion: 'Disabled', publicNetworkAccessForQuery: 'Disabled' }",
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/logs/private-link-security'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'] },
  defender: {
    assessments: [],
    policies: ['1bc02227-0cb6-4e11-8f53-eb0b22eab7e8'],
    names: ['Application Insights components should block log ingestion and querying from public networks'],
    offByDefault: true,
  },
  check: (component, view) => {
    const { publicNetworkAccessForIngestion: ingestion, publicNetworkAccessForQuery: query } = component;
    const values = [ingestion.toLowerCase(), query.toLowerCase()];
    if (values.some((value) => !['disabled', 'securedbyperimeter'].includes(value)))
      return fail(`publicNetworkAccessForIngestion is ${ingestion}, publicNetworkAccessForQuery is ${query}`);
    return values.includes('securedbyperimeter') ? perimeterUnread(component, view) : pass;
  },
});
