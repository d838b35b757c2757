import type { ToolLabel } from '../../model/foundry';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { entries, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

const hasLabels = (scope: Body): boolean => entries(scope, 'labelValues').length > 0;

/** A label of a tool connection; a scope without values labels nothing. */
export function toToolLabel(body: Body, account?: Resource): ToolLabel {
  const properties = part(body, 'properties');
  return {
    ...base('toolLabel', body, account),
    tool: text(properties, 'toolConnectionName').toLowerCase(),
    labelsAccount: hasLabels(part(properties, 'accountScope')),
    projects: parts(properties, 'projectScopes')
      .filter(hasLabels)
      .map((scope) => text(scope, 'project').toLowerCase()),
  };
}

/** Costs one request for each account with projects. */
export default childCollector({
  kind: 'toolLabel',
  parents: ['aiAccount'],
  permissions: ['Microsoft.CognitiveServices/accounts/raiToolLabels/read'],
  applies: (account) => account.kind === 'aiAccount' && account.allowProjectManagement,
  read: (azure, account) =>
    azure.list(`${account.id}/raiToolLabels`, versionOf('microsoft.cognitiveservices/accounts/raitoollabels')),
  convert: (body, account) => ({ resource: toToolLabel(body, account) }),
});
