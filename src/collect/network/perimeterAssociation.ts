import type { PerimeterAssociation } from '../../model/ai';
import type { Kind, Resource } from '../../model/resource';
import { apiVersionFor } from '../apiVersions';
import { base } from '../base';
import { word } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';

/** A network security perimeter's hold on a resource: Enforced blocks, Learning and Audit only watch. */
export const toPerimeterAssociation = (body: Body, parent?: Resource): PerimeterAssociation => ({
  ...base('perimeterAssociation', body, parent),
  accessMode: word(['Enforced', 'Learning', 'Audit'], '', body, 'properties', 'resourceAssociation', 'accessMode'),
});

const parents = ['aiAccount', 'searchService', 'storageAccount', 'keyVault'] as const satisfies readonly Kind[];

/** Azure has an association only where the resource leaves its firewall to a perimeter. */
/** Asked of every AI account, since having none is a finding there; elsewhere only where a perimeter decides on the network. */
const applies = (parent: Resource): boolean =>
  parent.kind === 'aiAccount' || ('network' in parent && parent.network.publicNetworkAccess === 'SecuredByPerimeter');

function read(azure: AzureReader, parent: Resource): AsyncGenerator<Body> {
  const path = `${parent.id}/networkSecurityPerimeterConfigurations`;
  return azure.list(path, apiVersionFor(`${path}/any`) ?? '');
}

export default childCollector({
  kind: 'perimeterAssociation',
  parents,
  permissions: [
    'Microsoft.CognitiveServices/accounts/networkSecurityPerimeterConfigurations/read',
    'Microsoft.Search/searchServices/networkSecurityPerimeterConfigurations/read',
    'Microsoft.Storage/storageAccounts/networkSecurityPerimeterConfigurations/read',
    'Microsoft.KeyVault/vaults/networkSecurityPerimeterConfigurations/read',
  ],
  applies,
  read,
  convert: (body, parent) => ({ resource: toPerimeterAssociation(body, parent) }),
});
