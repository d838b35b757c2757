import type { Resource } from '../../model/resource';
import type { LifecyclePolicy } from '../../model/trainingData';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { entries, isNotFalse, part, parts, text, texts } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';

const layers = ['baseBlob', 'snapshot', 'version'] as const;

/** A layer is deleted where its `delete` action says when. */
function toDeletion(rule: Body): LifecyclePolicy['deletions'][number] {
  const actions = part(rule, 'definition', 'actions');
  return {
    rule: text(rule, 'name'),
    prefixes: [...texts(rule, 'definition', 'filters', 'prefixMatch')].sort(),
    deletes: layers.filter((layer) => entries(actions, layer, 'delete').length > 0),
  };
}

/** What the lifecycle rules of an account delete; absent `enabled` = true (ManagementPolicyRule, 2023-05-01). */
export function toLifecyclePolicy(body: Body, account?: Resource): LifecyclePolicy {
  const rules = parts(body, 'properties', 'policy', 'rules').filter((rule) => isNotFalse(rule, 'enabled'));
  return {
    ...base('lifecyclePolicy', body, account),
    deletions: rules.map(toDeletion).filter(({ deletes }) => deletes.length > 0),
  };
}

/** An account without a policy answers 404, which says that there is none. */
async function* read(azure: AzureReader, account: Resource): AsyncGenerator<Body> {
  const version = versionOf('microsoft.storage/storageaccounts/managementpolicies');
  yield await azure.read(`${account.id}/managementPolicies/default`, version);
}

export default childCollector({
  kind: 'lifecyclePolicy',
  parents: ['storageAccount'],
  permissions: ['Microsoft.Storage/storageAccounts/managementPolicies/read'],
  read,
  convert: (body, account) => ({ resource: toLifecyclePolicy(body, account) }),
});
