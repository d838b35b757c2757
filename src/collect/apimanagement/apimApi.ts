import type { ApimApi } from '../../model/platforms';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { flag, isTrue, part, text, textOr, texts } from '../body';
import { boundedAfter, boundedGaps, first } from '../bounded';
import { childCollector } from '../collector';
import type { AzureReader, Body, Converted } from '../collector';
import { hostAt, schemeAt } from '../url';

const mostApis = 200;

async function* apisOf(azure: AzureReader, service: Resource): AsyncGenerator<Body> {
  const list = azure.list(`${service.id}/apis`, versionOf('microsoft.apimanagement/service/apis'));
  const { rows, more } = await first(list, mostApis);
  const last = more ? rows.length - 1 : -1;
  const why = `more than ${mostApis} APIs: the others were not read`;
  for (const [at, row] of rows.entries()) yield at === last ? boundedAfter(row, why) : row;
}

/** An API behind the gateway. Absent: `type` http, `subscriptionRequired` false, for nothing documents that it is on. */
export function toApimApi(body: Body, service?: Resource): ApimApi {
  const properties = part(body, 'properties');
  const backend = text(properties, 'backendId');
  return {
    ...base('apimApi', body, service),
    apiType: textOr('http', properties, 'type').toLowerCase(),
    path: text(properties, 'path'),
    protocols: texts(properties, 'protocols').map((protocol) => protocol.toLowerCase()),
    subscriptionRequired: isTrue(properties, 'subscriptionRequired'),
    serviceHost: hostAt(properties, 'serviceUrl'),
    serviceScheme: schemeAt(properties, 'serviceUrl'),
    backendNames: backend ? [backend.toLowerCase().replace(/^.*\//, '')] : [],
  };
}

/** Older revisions answer only to callers that name them; Azure lists the current one beside them. */
function convert(body: Body, service: Resource): Converted<'apimApi'> | null {
  if (flag(body, 'properties', 'isCurrent') === false) return null;
  const resource = toApimApi(body, service);
  const unsaid = {
    kind: 'apimApi',
    scope: resource.id,
    reason: 'notStated',
    permission: '',
    detail: 'protocols are not stated',
    property: 'protocols',
  } as const;
  const gaps = boundedGaps(body, 'apimApi', service);
  return { resource, gaps: resource.protocols.length > 0 ? gaps : [...gaps, unsaid] };
}

export default childCollector({
  kind: 'apimApi',
  parents: ['apimService'],
  permissions: ['Microsoft.ApiManagement/service/apis/read'],
  read: apisOf,
  convert,
});
