import type { MlRegistry } from '../../model/ml';
import { base, toIdentity } from '../base';
import { isTrue, part, parts, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { publicNetworkAccess, toConnections } from '../network';
import { resourcesQuery } from '../queries';

const allowsPublicBlobs = (region: Body): boolean =>
  parts(region, 'storageAccountDetails').some((storage) =>
    isTrue(storage, 'systemCreatedStorageAccount', 'allowBlobPublicAccess'),
  );

/** A registry of models and environments; the storage accounts below it are Microsoft-managed and seen here only. */
export function toMlRegistry(body: Body): MlRegistry {
  const properties = part(body, 'properties');
  const regions = parts(properties, 'regionDetails');
  return {
    ...base('mlRegistry', body),
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    identity: toIdentity(body),
    privateEndpointConnections: toConnections(properties, 'registryPrivateEndpointConnections'),
    regions: regions.map((region) => text(region, 'location').toLowerCase().replace(/\s/g, '')).filter(Boolean),
    managedStorageAllowsPublicBlobs: regions.some(allowsPublicBlobs),
  };
}

export default surveyCollector({
  kind: 'mlRegistry',
  permissions: ['Microsoft.MachineLearningServices/registries/read'],
  query: resourcesQuery,
  types: ['microsoft.machinelearningservices/registries'],
  convert: (row) => ({ resource: toMlRegistry(row) }),
});
