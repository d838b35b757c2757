import type { MlEndpoint } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { base, toIdentity } from '../base';
import { part, text, word } from '../body';
import type { Body } from '../collector';
import { publicNetworkAccess } from '../network';

const authModes = ['Key', 'AMLToken', 'AADToken', 'AAD', 'KeyAndAAD'];

/**
 * What online, batch and serverless endpoints have in common; absent `publicNetworkAccess` = Enabled (OnlineEndpointProperties,
 * 2025-12-01). `keys` are left out.
 */
export function toEndpoint<K extends MlEndpoint['kind']>(
  kind: K,
  body: Body,
  workspace?: Resource,
): MlEndpoint & { readonly kind: K } {
  const properties = part(body, 'properties');
  return {
    ...base(kind, body, workspace),
    authMode: word(authModes, '', properties, 'authMode'),
    identity: toIdentity(body),
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    contentSafetyStatus: word(['Enabled', 'Disabled'], '', properties, 'contentSafety', 'contentSafetyStatus'),
    modelId: text(properties, 'modelSettings', 'modelId'),
    state: text(properties, 'endpointState') || text(properties, 'provisioningState'),
  };
}
