import type { OnlineDeployment, SecretSighting } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { base } from '../base';
import { entries, idAt, isTrue, part, text, word } from '../body';
import type { Body } from '../collector';
import { recognise } from '../secretForms';

const toSightings = (variables: readonly (readonly [string, unknown])[]): readonly SecretSighting[] =>
  variables.flatMap(([name, value]) => {
    const secretKind = typeof value === 'string' ? recognise(value, name)?.kind : undefined;
    return secretKind ? [{ property: `environmentVariables.${name}`, secretKind }] : [];
  });

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
  return {
    ...base(kind, body, endpoint),
    model: idAt(properties, 'model') || idAt(properties, 'model', 'assetId'),
    environmentId: idAt(properties, 'environmentId'),
    instanceType: text(properties, 'instanceType') || text(properties, 'resources', 'instanceType'),
    egressPublicNetworkAccess: word(['Enabled', 'Disabled'], 'Enabled', properties, 'egressPublicNetworkAccess'),
    appInsightsEnabled: isTrue(properties, 'appInsightsEnabled'),
    environmentVariableNames: variables.map(([name]) => name).sort(),
    secrets: toSightings(variables),
  };
}
