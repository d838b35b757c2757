import { ManagedIdentityCredential } from '@azure/identity';
import type { Knobs } from './knobs';
import { loopbackFetch, loopbackHttpClient } from './loopback';
import { startAzure } from './server';
import type { SimulatedAzure } from './server';
import type { ArmBody, Estate } from './tenant';

export const one = '00000000-0000-4000-8000-000000000001';
export const two = '00000000-0000-4000-8000-000000000002';
export const off = '00000000-0000-4000-8000-000000000003';
export const accountId = (subscription: string, name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/RG-${name}/providers/Microsoft.CognitiveServices/accounts/${name}`;
export const workspaceId = `/subscriptions/${one}/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/w`;
export const accountQuery =
  "resources\n| where type in~ ('Microsoft.CognitiveServices/accounts')\n| project id, name, type, kind, resourceGroup, access=properties.publicNetworkAccess\n| order by id asc";

export function account(subscription: string, name: string): ArmBody {
  const properties = { publicNetworkAccess: 'Enabled' };
  const type = 'Microsoft.CognitiveServices/accounts';
  return {
    id: accountId(subscription, name),
    name,
    type,
    kind: 'OpenAI',
    location: 'West Europe',
    sku: { name: 'S0' },
    properties,
  };
}

export const assignment = (scope: string, name: string): ArmBody => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
  name,
  type: 'Microsoft.Authorization/roleAssignments',
  properties: { principalId: `p-${name}`, roleDefinitionId: 'r', scope },
});

export const subscription = (id: string, state = 'Enabled'): ArmBody => ({
  id: `/subscriptions/${id}`,
  ...{ subscriptionId: id, displayName: 'Same name', state, tenantId: 'tenant' },
  properties: { managementGroupAncestorsChain: [{ name: 'Corp', displayName: 'Corp' }] },
});

export function estate(): Estate {
  const many = Array.from({ length: 7 }, (_, at) => account(one, `a${at}`));
  const deployments = ['d1', 'd2', 'd3'].map((name) => ({
    id: `${accountId(one, 'a0')}/deployments/${name}`,
    ...{
      name,
      type: 'Microsoft.CognitiveServices/accounts/deployments',
      properties: { provisioningState: 'Succeeded' },
    },
  }));
  const corp = '/providers/Microsoft.Management/managementGroups/Corp';
  const setting = `${accountId(one, 'a0')}/providers/Microsoft.Insights/diagnosticSettings/all`;
  return {
    tenantId: '00000000-0000-4000-8000-0000000000ff',
    subscriptions: [subscription(one), subscription(two), subscription(off, 'Disabled')],
    managementGroups: [
      { id: corp, name: 'Corp', type: 'Microsoft.Management/managementGroups', properties: { displayName: 'Corp' } },
    ],
    arm: [
      ...many,
      account(two, 'b0'),
      account(off, 'c0'),
      ...deployments,
      {
        id: workspaceId,
        name: 'w',
        type: 'Microsoft.MachineLearningServices/workspaces',
        location: 'westeurope',
        properties: {},
      },
      { id: setting, name: 'all', type: 'Microsoft.Insights/diagnosticSettings', properties: { logs: [] } },
      assignment('', 'root'),
      assignment(corp, 'corp'),
      assignment(`/subscriptions/${one}`, 'sub'),
      assignment(accountId(one, 'a0'), 'account'),
    ],
    graph: {
      users: Array.from({ length: 5 }, (_, at) => ({ id: `u${at}`, displayName: `User ${at}`, userType: 'Member' })),
      groups: [
        { id: 'g1', displayName: 'Outer', members: ['u0', 'g2'] },
        { id: 'g2', displayName: 'Inner', members: ['u1', 'g1'] },
      ],
      servicePrincipals: [{ id: 's1', appId: 'app1', displayName: 'App', passwordCredentials: [] }],
      applications: [],
    },
    activity: [10, 20].map((day) => ({
      id: `event${day}`,
      eventTimestamp: `2026-11-${day}T10:00:00.0000000Z`,
      resourceId: accountId(one, 'a0').toUpperCase().replace('/SUBSCRIPTIONS/', '/subscriptions/'),
      operationName: { value: 'Microsoft.CognitiveServices/accounts/write' },
    })),
    changes: [{ id: 'c1', properties: { targetResourceId: accountId(two, 'b0'), changeType: 'Update' } }],
  };
}

export let azure: SimulatedAzure;
let token: string;
export const https = (): string => azure.origin.replace('http:', 'https:');
export const httpClient = loopbackHttpClient();

/** Starts the tenant of these tests, takes its environment and a token. */
export async function start(knobs: Partial<Knobs> = {}): Promise<void> {
  azure = await startAzure({ estate: estate(), knobs: { argQuota: null, ...knobs } });
  Object.assign(process.env, azure.env);
  const scope = `${azure.origin}/.default`;
  token = (await new ManagedIdentityCredential().getToken(scope)).token;
}

/** Sends with this token from here on. */
export function useToken(other: string): void {
  token = other;
}

/** Closes the tenant that the test started. */
export const stop = (): Promise<void> => azure.close();

export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const target = path.startsWith('http') ? path : `${azure.origin}${path}`;
  return loopbackFetch(target, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) },
  });
}

export interface Listing {
  value: ArmBody[];
  nextLink?: string | null;
  error?: { code: string; message: string };
}

export const read = async (path: string): Promise<Listing> => (await send(path)).json() as Promise<Listing>;
export const v = 'api-version=2024-10-01';

export async function all(path: string): Promise<ArmBody[]> {
  const rows: ArmBody[] = [];
  let next: string | null | undefined = path;
  while (next !== null && next !== undefined) {
    const answer: Listing = await read(next);
    rows.push(...answer.value);
    next = answer.nextLink;
  }
  return rows;
}

export interface ArgAnswer {
  totalRecords: number;
  resultTruncated: string;
  $skipToken?: string;
  data: Record<string, unknown>[];
  error?: { code: string; details: { code: string; token?: string }[] };
}

export async function ask(query: string, request: Record<string, unknown> = {}): Promise<ArgAnswer> {
  const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01';
  const init = { method: 'POST', body: JSON.stringify({ query, ...request }) };
  return (await send(path, init)).json() as Promise<ArgAnswer>;
}
