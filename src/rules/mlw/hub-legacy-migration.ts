import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

const classic = new Set(['hub', 'project']);

export default defineRule({
  id: 'hub-legacy-migration',
  subject: 'mlWorkspace',
  title: 'Workspace is a hub or project of the older Foundry',
  severity: 'info',
  why: 'New agents, guardrails and network controls come to Foundry accounts and their projects only; a hub has another set of controls, and of holes. Multi-service accounts are of the older generation too, but hold no projects: not judged.',
  fix: {
    text: 'Move the work to a project of a Foundry account, then delete the hub.',
    cli: 'az cognitiveservices account create -g RG -n NAME --kind AIServices --sku S0 --location REGION',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/migrate-project'],
  controls: { mcsb: ['AM-2'] },
  check: ({ workspaceKind }) => (classic.has(workspaceKind.toLowerCase()) ? fail(`kind is ${workspaceKind}`) : pass),
});
