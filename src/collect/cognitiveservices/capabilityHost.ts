import type { CapabilityHost } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { idAt, isTrue, part, text, texts } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** Where agents of an account or project keep threads, files and vectors; the four lists name connections. */
export function toCapabilityHost(body: Body, parent?: Resource): CapabilityHost {
  const properties = part(body, 'properties');
  return {
    ...base('capabilityHost', body, parent),
    capabilityHostKind: text(properties, 'capabilityHostKind'),
    threadStorageConnections: texts(properties, 'threadStorageConnections'),
    storageConnections: texts(properties, 'storageConnections'),
    vectorStoreConnections: texts(properties, 'vectorStoreConnections'),
    aiServicesConnections: texts(properties, 'aiServicesConnections'),
    customerSubnet: idAt(properties, 'customerSubnet'),
    enablePublicHostingEnvironment: isTrue(properties, 'enablePublicHostingEnvironment'),
  };
}

export default childCollector({
  kind: 'capabilityHost',
  parents: ['aiAccount', 'project'],
  permissions: [
    'Microsoft.CognitiveServices/accounts/capabilityHosts/read',
    'Microsoft.CognitiveServices/accounts/projects/capabilityHosts/read',
  ],
  read: (azure, parent) =>
    azure.list(`${parent.id}/capabilityHosts`, versionOf('microsoft.cognitiveservices/accounts/capabilityhosts')),
  convert: (body, parent) => ({ resource: toCapabilityHost(body, parent) }),
});
