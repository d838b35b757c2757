import type { OnlineDeployment } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { base } from '../base';
import { entries, idAt, isTrue, part, text, word } from '../body';
import type { Body } from '../collector';
import { exposedIn, exposedSecrets, type Readable } from '../secrets/exposed';

const toReadable = ([name, value]: readonly [string, unknown]): readonly Readable[] =>
  typeof value === 'string' ? [{ place: `environmentVariables[${name}]`, name, value }] : [];

type Shape<K extends string> = Omit<OnlineDeployment, 'kind'> & { readonly kind: K };

/**
 * What online and batch deployments have in common. Of the environment variables only names stay, and where a value is
 * unmistakably a secret, its place and kind. Absent `egressPublicNetworkAccess` = Enabled (OnlineDeploymentProperties, 2025-12-01).
 */
export function toEndpointDeployment<K extends 'onlineDeployment' | 'batchDeployment'>(
  kind: K,
  body: Body,
  endpoint?: Resource,
): Shape<K> {
  const properties = part(body, 'properties');
  const variables = entries(properties, 'environmentVariables');
  const fixed = base(kind, body, endpoint);
  return {
    ...fixed,
    ...exposedSecrets([...(fixed.exposedSecrets ?? []), ...exposedIn(variables.flatMap(toReadable), true)]),
    model: idAt(properties, 'model') || idAt(properties, 'model', 'assetId'),
    environmentId: idAt(properties, 'environmentId'),
    instanceType: text(properties, 'instanceType') || text(properties, 'resources', 'instanceType'),
    egressPublicNetworkAccess: word(['Enabled', 'Disabled'], 'Enabled', properties, 'egressPublicNetworkAccess'),
    appInsightsEnabled: isTrue(properties, 'appInsightsEnabled'),
    environmentVariableNames: variables.map(([name]) => name).sort(),
  };
}
