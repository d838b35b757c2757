import type { Resource } from '../../model/resource';
import type { DiagnosticSetting } from '../../model/surroundings';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { idAt, isTrue, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

const destinations = [
  ['workspace', 'workspaceId'],
  ['storage', 'storageAccountId'],
  ['eventHub', 'eventHubAuthorizationRuleId'],
  ['partner', 'marketplacePartnerId'],
] as const;

/** A diagnostic setting: only logs that are switched on count; metrics are no audit trail. */
export function toDiagnosticSetting(body: Body, watched?: Resource): DiagnosticSetting {
  const properties = part(body, 'properties');
  const logs = parts(properties, 'logs').filter((log) => isTrue(log, 'enabled'));
  const named = (field: string): readonly string[] => logs.map((log) => text(log, field)).filter(Boolean);
  return {
    ...base('diagnosticSetting', body, watched),
    categories: named('category'),
    categoryGroups: named('categoryGroup'),
    destinations: destinations.filter(([, field]) => text(properties, field) !== '').map(([name]) => name),
    workspaceId: idAt(properties, 'workspaceId'),
  };
}

export default childCollector({
  kind: 'diagnosticSetting',
  parents: ['aiAccount', 'mlWorkspace', 'mlRegistry', 'searchService', 'botService', 'keyVault', 'databricksWorkspace'],
  permissions: ['Microsoft.Insights/diagnosticSettings/read'],
  read: (azure, watched) =>
    azure.list(
      `${watched.id}/providers/Microsoft.Insights/diagnosticSettings`,
      versionOf('microsoft.insights/diagnosticsettings'),
    ),
  convert: (body, watched) => ({ resource: toDiagnosticSetting(body, watched) }),
});
