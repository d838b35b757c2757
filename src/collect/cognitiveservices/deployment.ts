import type { Deployment } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { instant, isTrue, part, text, textMap, whole } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

const toModel = (model: Body): Deployment['model'] => ({
  format: text(model, 'format'),
  name: text(model, 'name'),
  version: text(model, 'version'),
  publisher: text(model, 'publisher'),
  source: text(model, 'source'),
  sourceAccount: text(model, 'sourceAccount'),
});

/** A model deployment of an account; `capacity` is `sku.capacity`, null when Azure does not say it. */
export function toDeployment(body: Body, account?: Resource): Deployment {
  const properties = part(body, 'properties');
  const createdAt = instant(body, 'systemData', 'createdAt');
  return {
    ...base('deployment', body, account),
    // Azure gives a deployment no location of its own; it stands where its account does.
    ...(account ? { location: account.location } : {}),
    model: toModel(part(properties, 'model')),
    raiPolicyName: text(properties, 'raiPolicyName'),
    versionUpgradeOption: text(properties, 'versionUpgradeOption'),
    sku: text(body, 'sku', 'name'),
    capacity: whole(body, 'sku', 'capacity'),
    capabilities: textMap(properties, 'capabilities'),
    dynamicThrottlingEnabled: isTrue(properties, 'dynamicThrottlingEnabled'),
    spilloverDeploymentName: text(properties, 'spilloverDeploymentName'),
    provisioningState: text(properties, 'provisioningState'),
    ...(createdAt ? { createdAt } : {}),
  };
}

export default childCollector({
  kind: 'deployment',
  parents: ['aiAccount'],
  permissions: ['Microsoft.CognitiveServices/accounts/deployments/read'],
  read: (azure, account) =>
    azure.list(`${account.id}/deployments`, versionOf('microsoft.cognitiveservices/accounts/deployments')),
  convert: (body, account) => ({ resource: toDeployment(body, account) }),
});
