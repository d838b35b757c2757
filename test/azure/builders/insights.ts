import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import type { Logs } from './intent';
import { guid, merged, topId } from './body';

/** Microsoft.Insights/components. */
export function appInsights(place: Place, name: string, over?: Overrides): ArmBody {
  const id = topId(place, 'Microsoft.Insights/components', name);
  return merged(
    {
      id,
      name,
      type: 'Microsoft.Insights/components',
      kind: 'web',
      location: place.location ?? 'westeurope',
      tags: {},
      properties: {
        Application_Type: 'web',
        ApplicationId: name,
        AppId: guid(`${id}:app`),
        InstrumentationKey: guid(`${id}:key`),
        IngestionMode: 'LogAnalytics',
        WorkspaceResourceId: logWorkspace(place.subscriptionId),
        DisableLocalAuth: true,
        publicNetworkAccessForIngestion: 'Enabled',
        publicNetworkAccessForQuery: 'Enabled',
        RetentionInDays: 90,
        TenantId: place.subscriptionId,
        provisioningState: 'Succeeded',
      },
    },
    over,
  );
}

/** The Log Analytics workspace of a subscription. */
export const logWorkspace = (subscriptionId: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/log-central`;

interface Log {
  readonly category?: string;
  readonly categoryGroup?: string;
}

/** One diagnostic setting beside any resource. `destination` false leaves every destination out. */
export function diagnosticSetting(target: ArmBody, name: string, logs: readonly Log[], destination = true): ArmBody {
  const entries = logs.map(({ category = null, categoryGroup = null }) => ({
    ...{ category, categoryGroup, enabled: true },
    retentionPolicy: { enabled: false, days: 0 },
  }));
  return {
    id: `${target.id.toLowerCase()}/providers/microsoft.insights/diagnosticSettings/${name}`,
    type: 'Microsoft.Insights/diagnosticSettings',
    name,
    properties: {
      storageAccountId: null,
      serviceBusRuleId: null,
      workspaceId: destination ? logWorkspace(target.id.split('/')[2] ?? '') : null,
      eventHubAuthorizationRuleId: null,
      eventHubName: null,
      metrics: [{ category: 'AllMetrics', enabled: true, retentionPolicy: { enabled: false, days: 0 } }],
      logs: entries,
      logAnalyticsDestinationType: null,
    },
  };
}

/** The settings beside an AI account that make up each choice of logs. */
export function diagnosticSettingsOf(account: ArmBody, logs: Logs): ArmBody[] {
  const audit = { category: 'Audit' };
  const requests = { category: 'RequestResponse' };
  const choices: Record<Logs, () => ArmBody[]> = {
    allLogs: () => [diagnosticSetting(account, 'to-central', [{ categoryGroup: 'allLogs' }])],
    bothCategories: () => [diagnosticSetting(account, 'to-central', [audit, requests, { category: 'Trace' }])],
    split: () => [
      diagnosticSetting(account, 'audit', [{ categoryGroup: 'audit' }]),
      diagnosticSetting(account, 'requests', [requests]),
    ],
    auditOnly: () => [diagnosticSetting(account, 'audit', [{ categoryGroup: 'audit' }])],
    metricsOnly: () => [diagnosticSetting(account, 'metrics', [])],
    noDestination: () => [diagnosticSetting(account, 'nowhere', [{ categoryGroup: 'allLogs' }], false)],
    none: () => [],
  };
  return choices[logs]();
}

/** An Activity Log event as `eventtypes/management/values` shows it; `operation` such as `.../regenerateKey/action`. */
export function activityEvent(
  target: ArmBody,
  operation: string,
  at: string,
  caller = 'maren.holt@haldenlogistics.example',
  claims: Readonly<Record<string, string>> = {},
): ArmBody {
  const correlationId = guid(`${target.id}${operation}${at}`);
  const subscriptionId = target.id.split('/')[2] ?? '';
  return {
    id: `${target.id}/events/${guid(correlationId)}/ticks/${String(Date.parse(at))}`,
    eventDataId: guid(correlationId),
    eventTimestamp: at,
    submissionTimestamp: at,
    operationName: { value: operation, localizedValue: operation },
    category: { value: 'Administrative', localizedValue: 'Administrative' },
    eventName: { value: 'EndRequest', localizedValue: 'End request' },
    status: { value: 'Succeeded', localizedValue: 'Succeeded' },
    subStatus: { value: 'OK', localizedValue: 'OK (HTTP Status Code: 200)' },
    level: 'Informational',
    resourceId: target.id,
    resourceGroupName: target.id.split('/')[4] ?? '',
    resourceProviderName: { value: operation.split('/')[0], localizedValue: operation.split('/')[0] },
    caller,
    claims,
    correlationId,
    subscriptionId,
  };
}

/** The event that the regeneration of an account's key leaves. */
export const keyRegenerated = (account: ArmBody, at: string, caller?: string): ArmBody =>
  activityEvent(account, 'Microsoft.CognitiveServices/accounts/regenerateKey/action', at, caller);
