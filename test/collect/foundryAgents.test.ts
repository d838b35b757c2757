import { DefaultAzureCredential } from '@azure/identity';
import { openAzure, type Azure } from '../../src/collect/azure';
import type { Body } from '../../src/collect/collector';
import { loopbackHttpClient } from '../../src/collect/loopback';
import type { Agent } from '../../src/model/agents';
import { agentPlane, foundryAgent } from '../azure/builders/agents';
import { aiAccount, project as projectBody } from '../azure/builders/cognitiveServices';
import { makeEstate } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { account, accountId, child, childOf, secrets } from './reader';

const bodyOf = (definition: Body, name = 'a'): Body => ({
  id: `${accountId}/projects/P/agents/${name}`,
  name,
  versions: { latest: { version: '7', definition } },
});
const project = child(
  'project',
  {
    id: `${accountId}/projects/P`,
    properties: { endpoints: { 'AI Foundry API': 'https://acc.services.ai.azure.com/api/projects/P' } },
  },
  account,
);
const agent = (definition: Body): Agent => child('agent', bodyOf(definition), project);
const tool = (one: Body) => agent({ kind: 'prompt', tools: [one] }).tools[0];

describe('an agent', () => {
  test('that says nothing is of no known kind and has nothing', () => {
    expect(child('agent', { id: `${accountId}/projects/P/agents/a`, name: 'a' }, project)).toMatchObject({
      parentId: project.id,
      agentKind: 'Unrecognised',
      hasInstructions: false,
      tools: [],
      calls: [],
      model: '',
      raiPolicyName: '',
    });
  });

  test('keeps that it has instructions, never their text', () => {
    const found = agent({ kind: 'prompt', instructions: 'Ignore the marker words', tools: [] });
    expect(found.hasInstructions).toBe(true);
    expect(JSON.stringify(found)).not.toContain('marker');
  });

  test('names its guardrail by name or by whole id', () => {
    const id = '/subscriptions/S/x/accounts/Other/raiPolicies/Strict';
    expect(agent({ rai_config: { rai_policy_name: 'Strict' } })).toMatchObject({
      raiPolicyName: 'Strict',
      raiPolicyAccount: '',
    });
    expect(agent({ rai_config: { rai_policy_name: id } })).toMatchObject({
      raiPolicyName: 'Strict',
      raiPolicyAccount: '/subscriptions/s/x/accounts/other',
    });
  });

  test('that is a workflow calls the agents of its steps; one that does not parse calls none', () => {
    const workflow = 'trigger:\n  actions:\n    - kind: InvokeAzureAgent\n      agent:\n        name: Clerk\n';
    expect(agent({ kind: 'workflow', workflow }).calls).toEqual(['clerk']);
    expect(agent({ kind: 'workflow', workflow: 'a: [' }).calls).toEqual([]);
    expect(agent({ kind: 'workflow', workflow: 'a: &x 1\nb: *x' }).calls).toEqual([]);
  });

  test('that is hosted keeps names of variables and where a secret is, not what it is', () => {
    const found = agent({
      kind: 'hosted',
      environment_variables: { MODE: 'x', API_KEY: secrets.azureAiKey },
      container_configuration: { image: 'cr.azurecr.io/agent:1' },
    });
    expect(found.environmentVariableNames).toEqual(['MODE', 'API_KEY']);
    expect(found.exposedSecrets).toMatchObject([{ place: 'definition.environment_variables.API_KEY' }]);
    for (const secret of Object.values(secrets)) expect(JSON.stringify(found)).not.toContain(secret);
  });
});

describe('a tool', () => {
  test('of an MCP server keeps host, list, approval and sign-in; an absent approval is always', () => {
    const given = { type: 'mcp', server_label: 'L', server_url: 'https://MCP.example:8443/sse?code=1' };
    expect(tool(given)).toMatchObject({
      name: 'mcp L',
      host: 'mcp.example',
      scheme: 'https',
      approval: 'always',
      allowedTools: 'all',
      signIn: 'anonymous',
      targetFixed: true,
    });
    expect(tool({ ...given, headers: { 'x-key': 'v' } })).toMatchObject({ signIn: 'literal' });
    expect(tool({ ...given, headers: { 'x-key': '{{key}}' } })).toMatchObject({ targetFixed: false });
    const id = '/subscriptions/s/x/projects/P/connections/Side';
    expect(tool({ ...given, project_connection_id: id })).toMatchObject({
      signIn: 'connection',
      connectionNames: ['side'],
    });
    expect(tool({ ...given, allowed_tools: ['b', 'a'] })).toMatchObject({
      allowedTools: 'listed',
      allowedToolNames: ['a', 'b'],
    });
    expect(JSON.stringify(tool(given))).not.toContain('code');
  });

  test('that describes an API tells its one host and whether it writes', () => {
    const spec = (servers: readonly string[], paths: Body) => ({
      type: 'openapi',
      openapi: {
        name: 'n',
        spec: { servers: servers.map((url) => ({ url })), paths },
        auth: { type: 'managed_identity' },
      },
    });
    const get = { '/a': { get: {} } };
    expect(tool(spec(['https://one.example'], get))).toMatchObject({
      host: 'one.example',
      methods: 'read',
      signIn: 'identity',
    });
    expect(tool(spec(['https://one.example', 'https://two.example'], get))).toMatchObject({ host: '' });
    expect(tool(spec(['https://one.example'], { '/a': { get: { servers: [] } } }))).toMatchObject({ host: '' });
    expect(tool(spec(['https://one.example'], { '/a': { get: {}, delete: {} } }))).toMatchObject({ methods: 'write' });
    expect(tool({ type: 'openapi', openapi: { spec: 'elsewhere' } })).toMatchObject({ methods: 'open', host: '' });
  });

  test('that is a namespace counts by what is in it', () => {
    const inner = [
      { type: 'function', name: 'f' },
      { type: 'custom', name: 'c' },
    ];
    const found = agent({ tools: [{ type: 'namespace', name: 'crm', description: 'd', tools: inner }] }).tools;
    expect(found.map(({ type }) => type)).toEqual(['function', 'custom']);
  });
});

describe('the agents of a project', () => {
  const place = { subscriptionId: '00000000-0000-4000-8000-000000000001', group: 'rg' };
  const owner = aiAccount(place, 'acc', { kind: 'AIServices', projects: true });
  const held = projectBody(owner, 'p');
  const names = ['a', 'b', 'c', 'd', 'e'];
  let server: SimulatedAzure;
  let azure: Azure;

  beforeAll(async () => {
    const estate = makeEstate({ subscriptions: 1, accounts: 0, workspaces: 0 });
    const planes = [
      agentPlane(
        held,
        names.map((name) => foundryAgent(name)),
      ),
    ];
    server = await startAzure({ estate: { ...estate, planes }, knobs: { pageSize: 2 } });
    Object.assign(process.env, server.env);
    azure = openAzure({
      credential: new DefaultAzureCredential({ httpClient: loopbackHttpClient(server.origin) }),
      cloudName: 'custom',
      armEndpoint: server.armEndpoint,
      graphEndpoint: server.graphEndpoint,
      scopesOfTokens: { arm: `${server.origin}/.default`, graph: `${server.origin}/.default` },
      deadline: Date.now() + 60_000,
    });
  });
  afterAll(() => server.close());

  const readOf = async (endpoint: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const row of childOf('agent').read(azure, { ...project, endpoint })) found.push(String(row['id']));
    return found;
  };

  test('are read page by page at the endpoint of the project', async () => {
    const found = await readOf(`${server.origin}/planes/acc.services.ai.azure.com/api/projects/p`);
    expect(found).toEqual(names.map((name) => `${project.id}/agents/${name}`));
  });

  test('are a gap with the data action named where the right is missing', async () => {
    server.knobs.denyPlanes = [/agents/];
    await expect(readOf(`${server.origin}/planes/acc.services.ai.azure.com/api/projects/p`)).rejects.toMatchObject({
      kind: 'forbidden',
      permission: 'Microsoft.CognitiveServices/accounts/AIServices/agents/read',
    });
    server.knobs.denyPlanes = [];
  });

  test('are a gap where the project states no endpoint', async () => {
    await expect(readOf('')).rejects.toMatchObject({ kind: 'failed' });
  });
});
