import type { Agent } from '../../model/agents';
import type { Resource } from '../../model/resource';
import { base } from '../base';
import { at, entries, idAt, isBody, oneOf, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { ReadFailed } from '../failures';
import { exposedSecrets } from '../secrets/exposed';
import { urlAt } from '../url';
import { parsedYaml } from '../yamlText';
import { agentSecrets } from './agentSecrets';
import { toAgentTools } from './agentTools';

const kinds = ['prompt', 'hosted', 'workflow', 'external'] as const;

/** Named by name for prompt agents and by its whole ARM id for hosted ones. */
function guardrailOf(definition: Body): Pick<Agent, 'raiPolicyName' | 'raiPolicyAccount'> {
  const given = text(definition, 'rai_config', 'rai_policy_name').trim();
  const [account = '', name = given] = given.split(/\/raipolicies\//i);
  return { raiPolicyName: name, raiPolicyAccount: name === given ? '' : account.toLowerCase() };
}

/** Names below `agent` of steps that call one, at any depth. */
function calledIn(step: unknown): readonly string[] {
  if (Array.isArray(step)) return step.flatMap(calledIn);
  if (!isBody(step)) return [];
  const own = /^InvokeAzureAgent$/i.test(text(step, 'kind')) ? text(step, 'agent', 'name') : '';
  return [own.toLowerCase(), ...Object.values(step).flatMap(calledIn)].filter(Boolean);
}

/** A workflow is YAML of unknown make: what does not parse calls nobody that we know of. */
function callsOf(definition: Body): readonly string[] {
  const source = at(definition, 'workflow');
  return typeof source === 'string' ? [...new Set(calledIn(parsedYaml(source)))].sort() : [];
}

/** An agent in its latest version (`versions.latest` of the project API v1): what it may use, never what it is told. */
export function toAgent(body: Body, project?: Resource): Agent {
  const latest = part(body, 'versions', 'latest');
  const definition = part(latest, 'definition');
  const fixed = base('agent', body, project);
  return {
    ...fixed,
    agentKind: oneOf(kinds, 'Unrecognised', definition, 'kind'),
    agentVersion: text(latest, 'version'),
    model: text(definition, 'model'),
    ...guardrailOf(definition),
    hasInstructions: text(definition, 'instructions').trim() !== '',
    tools: toAgentTools(parts(definition, 'tools')),
    calls: callsOf(definition),
    inputNames: entries(definition, 'structured_inputs').map(([name]) => name),
    image: urlAt(definition, 'container_configuration', 'image'),
    environmentVariableNames: entries(definition, 'environment_variables').map(([name]) => name),
    principalId: idAt(body, 'instance_identity', 'principal_id') || idAt(latest, 'instance_identity', 'principal_id'),
    ...exposedSecrets([...(fixed.exposedSecrets ?? []), ...agentSecrets(definition)]),
  };
}

/** The project API knows an agent by its name alone: its id here is its place below the project. */
async function* read(azure: AzureReader, project: Resource): AsyncGenerator<Body> {
  const endpoint = project.kind === 'project' ? project.endpoint : '';
  if (endpoint === '') throw new ReadFailed('failed', 'the project states no endpoint of the AI Foundry API');
  const url = `${endpoint.replace(/\/+$/, '')}/agents?api-version=v1&limit=100`;
  for await (const row of azure.plane('foundry').listByCursor(url))
    yield { ...row, id: `${project.id}/agents/${text(row, 'name')}` };
}

export default childCollector({
  kind: 'agent',
  parents: ['project'],
  permissions: [],
  optIn: 'agents',
  read,
  convert: (body, project) => ({ resource: toAgent(body, project) }),
});
