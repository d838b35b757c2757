import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'foundry-application-insights-connected',
  subject: 'project',
  needs: ['connection'],
  title: 'Foundry project traces its agents nowhere',
  severity: 'medium',
  why: 'Without Application Insights nobody can replay what an agent was told, which tool it called and what came back.',
  fix: {
    text: 'Connect an Application Insights resource to the project or its account.',
    cli: 'az rest --method put --url "PROJECT_ID/connections/appinsights?api-version=2025-06-01" --body @connection.json',
    bicep: "properties: { category: 'AppInsights', target: appInsights.id, authType: 'ApiKey' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/develop/trace-application'],
  controls: {
    mcsb: ['LT-3', 'AI-6'],
    owaspAgentic2026: ['ASI10'],
    iso42001: ['A.6.2.6'],
    euAiAct: ['12.1'],
  },
  defender: { assessments: [], policies: [], names: ['Application Insights should be used on Microsoft Foundry'] },
  check: (project, view) => {
    const account = { id: project.id.replace(/\/projects\/[^/]+$/, '') };
    const traces = [project, account].some((owner) =>
      view.children(owner, 'connection').some(({ category }) => category.toLowerCase() === 'appinsights'),
    );
    return traces ? pass : fail('connections of project and account hold no category AppInsights');
  },
});
