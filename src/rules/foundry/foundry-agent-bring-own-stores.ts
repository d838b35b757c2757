import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type View } from '../../model/rule';
import type { CapabilityHost } from '../../model/ai';

const stores = ['storageConnections', 'threadStorageConnections', 'vectorStoreConnections'] as const;
const missingStores = (host: CapabilityHost): readonly string[] => stores.filter((store) => host[store].length === 0);

/** A host of the account only stands in for projects that have no complete one of their own. */
function everyProjectHasItsOwn(host: CapabilityHost, view: View<'project' | 'capabilityHost'>): boolean {
  const owner = { id: host.id.replace(/\/capabilityhosts\/[^/]+$/, '') };
  if (owner.id.includes('/projects/')) return false;
  const projects = view.children(owner, 'project');
  const complete = projects.filter((project) =>
    view.children(project, 'capabilityHost').some((one) => missingStores(one).length === 0),
  );
  return projects.length > 0 && complete.length === projects.length;
}

export default defineRule({
  id: 'foundry-agent-bring-own-stores',
  subject: 'capabilityHost',
  needs: ['project', 'capabilityHost'],
  title: 'Agents keep threads and files in stores of Microsoft',
  severity: 'medium',
  why: 'Conversations, uploads and embeddings lie in a shared store outside your keys, network, retention and logs.',
  fix: {
    text: 'Make the capability host anew with your own storage, Cosmos DB and search connections.',
    cli: 'az rest --method put --url "PROJECT_ID/capabilityHosts/NAME?api-version=2025-06-01" --body @host.json',
    bicep:
      "properties: { capabilityHostKind: 'Agents', storageConnections: [ s ], threadStorageConnections: [ c ], vectorStoreConnections: [ v ] }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/concepts/capability-hosts'],
  controls: {
    mcsb: ['DP-1', 'DP-2'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI06'],
    atlas: ['AML.T0080'],
  },
  check: (host, view) => {
    if (host.capabilityHostKind.toLowerCase() !== 'agents')
      return notApplicable(`capabilityHostKind is ${host.capabilityHostKind}`);
    if (host.enablePublicHostingEnvironment) return fail('enablePublicHostingEnvironment is true');
    const missing = missingStores(host);
    return missing.length === 0 || everyProjectHasItsOwn(host, view) ? pass : fail(`${missing.join(' and ')} empty`);
  },
});
