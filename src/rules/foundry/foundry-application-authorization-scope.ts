import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'foundry-application-authorization-scope',
  subject: 'agentApplication',
  title: 'Published agent answers everyone in the organisation or a channel',
  severity: 'medium',
  why: 'Whoever reaches the agent uses its tools and its identity. OrganizationScope lets in the whole tenant, Channels whoever the channel lets in. Which tools it has is not told by the control plane, so every wide scope counts. Agents on the newer endpoint of their own are no applications and are not judged here.',
  fix: {
    text: 'Set authorizationPolicy to Default and give the callers a role on the application.',
    cli: 'az rest --method get --url "APPLICATION_ID?api-version=2025-12-01"',
    bicep: "properties: { authorizationPolicy: { type: 'Default' } }",
  },
  references: ['https://learn.microsoft.com/azure/foundry/agents/how-to/agent-applications'],
  controls: {
    mcsb: ['AI-4', 'PA-7'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0053'],
  },
  check: (application, view) => {
    const { isEnabled, authorizationType } = application;
    if (!isEnabled) return notApplicable('isEnabled is false');
    if (authorizationType === '') return view.doubt(application, 'authorizationPolicy.type', 'Azure does not state it');
    return authorizationType.toLowerCase() === 'default'
      ? pass
      : fail(`authorizationPolicy.type is ${authorizationType}`);
  },
});
