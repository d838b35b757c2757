import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import { childOf, guid, merged, topId } from './body';
import { logWorkspace } from './insights';

/** Microsoft.Authorization/locks on a subscription, group or resource. */
export const resourceLock = (scope: string, level = 'CanNotDelete'): ArmBody => ({
  id: `${scope}/providers/Microsoft.Authorization/locks/keep`,
  type: 'Microsoft.Authorization/locks',
  name: 'keep',
  properties: { level, notes: 'production' },
});

/** privateEndpoints/privateDnsZoneGroups. */
export function privateDnsZoneGroup(endpoint: ArmBody, zones: readonly string[]): ArmBody {
  const group = endpoint.id.split('/providers/')[0] ?? '';
  return {
    ...childOf(endpoint, 'privateDnsZoneGroups', 'default'),
    properties: {
      provisioningState: 'Succeeded',
      privateDnsZoneConfigs: zones.map((zone) => ({
        name: zone.replaceAll('.', '-'),
        properties: {
          privateDnsZoneId: `${group}/providers/Microsoft.Network/privateDnsZones/${zone}`,
          recordSets: [],
        },
      })),
    },
  };
}

/** Microsoft.Insights/metricAlerts on one resource. */
export function metricAlert(place: Place, name: string, target: ArmBody, over?: Overrides): ArmBody {
  const properties = {
    ...{ enabled: true, severity: 2, scopes: [target.id], evaluationFrequency: 'PT5M', windowSize: 'PT5M' },
    ...{ targetResourceType: target.type, targetResourceRegion: target['location'], actions: [] },
  };
  const type = 'Microsoft.Insights/metricAlerts';
  return merged({ id: topId(place, type, name), name, type, location: 'global', tags: {}, properties }, over);
}

/** Microsoft.Consumption/budgets of a subscription or resource group. */
export const budget = (scope: string, notifies = true): ArmBody => ({
  id: `${scope}/providers/Microsoft.Consumption/budgets/ai`,
  type: 'Microsoft.Consumption/budgets',
  name: 'ai',
  properties: {
    ...{ category: 'Cost', amount: 1000, timeGrain: 'Monthly' },
    notifications: {
      high: {
        enabled: notifies,
        operator: 'GreaterThan',
        threshold: 80,
        contactEmails: ['finops@haldenlogistics.example'],
      },
    },
  },
});

/** Microsoft.Security/securityContacts of a subscription. */
export const securityContact = (subscriptionId: string, risk?: string): ArmBody => ({
  id: `/subscriptions/${subscriptionId}/providers/Microsoft.Security/securityContacts/default`,
  type: 'Microsoft.Security/securityContacts',
  name: 'default',
  properties: {
    ...{ isEnabled: true, emails: 'secops@haldenlogistics.example', notificationsByRole: { state: 'Off', roles: [] } },
    notificationsSources: risk ? [{ sourceType: 'AttackPath', minimalRiskLevel: risk }] : [],
  },
});

/** The Log Analytics workspace that diagnostic settings of a subscription point to. */
export function centralLogs(subscriptionId: string, retentionInDays = 365): ArmBody {
  const id = logWorkspace(subscriptionId);
  const properties = {
    customerId: guid(id),
    retentionInDays,
    sku: { name: 'PerGB2018' },
    provisioningState: 'Succeeded',
  };
  return {
    id,
    name: 'log-central',
    type: 'Microsoft.OperationalInsights/workspaces',
    location: 'westeurope',
    tags: {},
    properties,
  };
}

/** vaults/keys; instants are seconds since 1970. */
export const vaultKey = (vault: ArmBody, name: string, exp?: number): ArmBody => ({
  ...childOf(vault, 'keys', name),
  location: vault['location'],
  tags: {},
  properties: {
    attributes: { enabled: true, created: 1_770_000_000, updated: 1_770_000_000, ...(exp ? { exp } : {}) },
    keyUri: `https://${vault.name ?? ''}.vault.azure.net:443/keys/${name}`,
    rotationPolicy: { lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P90D' } }] },
  },
});

/** vaults/secrets: Azure answers without a value. */
export const vaultSecret = (vault: ArmBody, name: string, exp?: number): ArmBody => ({
  ...childOf(vault, 'secrets', name),
  location: vault['location'],
  tags: {},
  properties: {
    attributes: { enabled: true, created: 1_770_000_000, updated: 1_770_000_000, ...(exp ? { exp } : {}) },
    secretUri: `https://${vault.name ?? ''}.vault.azure.net/secrets/${name}`,
  },
});

/** The user-assigned identity `id-ai` of a group, which builders give some resources, with one federated credential. */
export function federatedIdentity(place: Place, subject: string): ArmBody[] {
  const type = 'Microsoft.ManagedIdentity/userAssignedIdentities';
  const id = `/subscriptions/${place.subscriptionId}/resourceGroups/${place.group}/providers/${type}/id-ai`;
  const properties = { principalId: guid(`${id}:p`), clientId: guid(`${id}:c`) };
  const identity: ArmBody = { id, name: 'id-ai', type, location: place.location ?? 'westeurope', tags: {}, properties };
  return [
    identity,
    {
      ...childOf(identity, 'federatedIdentityCredentials', 'ci'),
      properties: {
        ...{ issuer: 'https://token.actions.githubusercontent.com', subject },
        audiences: ['api://AzureADTokenExchange'],
      },
    },
  ];
}
