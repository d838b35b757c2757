import type { RaiExternalSafetyProvider } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { part, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { hostAt, schemeAt } from '../url';

/** An external safety provider (2025-12-01); of its address the host and the scheme, of its secret only that there is one. */
export function toRaiExternalSafetyProvider(body: Body, subscription?: Resource): RaiExternalSafetyProvider {
  const properties = part(body, 'properties');
  return {
    ...base('raiExternalSafetyProvider', body, subscription),
    urlHost: hostAt(properties, 'url'),
    urlScheme: schemeAt(properties, 'url'),
    hasSecret: text(properties, 'secretName') !== '',
    hasKeyVault: hostAt(properties, 'keyVaultUri') !== '',
    hasManagedIdentity: text(properties, 'managedIdentity') !== '',
  };
}

/** Costs one request a subscription. */
export default childCollector({
  kind: 'raiExternalSafetyProvider',
  parents: ['subscription'],
  permissions: ['Microsoft.CognitiveServices/raiExternalSafetyProviders/read'],
  read: (azure, subscription) =>
    azure.list(
      `${subscription.id}/providers/Microsoft.CognitiveServices/raiExternalSafetyProviders`,
      versionOf('microsoft.cognitiveservices/raiexternalsafetyproviders'),
    ),
  convert: (body, subscription) => ({ resource: toRaiExternalSafetyProvider(body, subscription) }),
});
