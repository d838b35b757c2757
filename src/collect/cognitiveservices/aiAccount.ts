import type { AiAccount } from '../../model/ai';
import { toIdentity, base } from '../base';
import { at, entries, idAt, instant, isBody, isTrue, part, parts, text, texts } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { toNetwork } from '../network';
import { resourcesQuery } from '../queries';
import { hostAt, urlAt } from '../url';

type KeyProperty = 'customerManagedKey' | 'encryption' | 'keyVaultUri' | 'keyName' | 'keyVersionPinned';

/** Proof of a customer-managed key: `encryption: {}`, and a key source without a key, prove nothing. */
function toEncryption(properties: Body): Pick<AiAccount, KeyProperty> {
  const key = part(properties, 'encryption', 'keyVaultProperties');
  const source = text(properties, 'encryption', 'keySource').toLowerCase();
  const vault = urlAt(key, 'keyVaultUri');
  const keyName = text(key, 'keyName');
  const named = vault !== '' || keyName !== '';
  return {
    encryption: at(properties, 'encryption') === undefined ? 'absent' : source === '' ? 'unsourced' : 'sourced',
    customerManagedKey: named && (source === '' || source === 'microsoft.keyvault'),
    ...(vault ? { keyVaultUri: vault } : {}),
    ...(keyName ? { keyName } : {}),
    keyVersionPinned: text(key, 'keyVersion') !== '',
  };
}

const toHosts = (properties: Body): readonly string[] => {
  const hosts = [hostAt(properties, 'endpoint'), ...entries(properties, 'endpoints').map(([, url]) => hostAt(url))];
  return [...new Set(hosts.filter(Boolean))].sort();
};

/** Accounts of kind OpenAI answer at their only endpoint; those of more kinds list it by the name of the service. */
function toOpenAiEndpoint(body: Body, properties: Body): string {
  const ofService = urlAt(properties, 'endpoints', 'OpenAI Language Model Instance API');
  const found = ofService || (text(body, 'kind').toLowerCase() === 'openai' ? urlAt(properties, 'endpoint') : '');
  return found === '' ? '' : `${found.replace(/\/+$/, '')}/`;
}

/** `capabilities`: a list of pairs on accounts. */
const toCapabilities = (properties: Body): Readonly<Record<string, string>> =>
  Object.fromEntries(
    parts(properties, 'capabilities')
      .map((pair) => [text(pair, 'name'), text(pair, 'value')] as const)
      .filter(([name]) => name !== ''),
  );

const toInjections = (properties: Body): AiAccount['networkInjections'] => {
  const given = at(properties, 'networkInjections');
  // Api-versions before 2025-09-01 have one object here instead of a list.
  return (isBody(given) ? [given] : parts(properties, 'networkInjections')).map((injection) => ({
    scenario: text(injection, 'scenario'),
    subnetId: idAt(injection, 'subnetArmId'),
    managed: isTrue(injection, 'useMicrosoftManagedNetwork'),
  }));
};

/**
 * An account as the model holds it; `apiProperties` and `migrationToken` may hold secrets and are left out. Absent booleans are false,
 * as the reference of Microsoft.CognitiveServices/accounts (2025-12-01) and the policies on `disableLocalAuth` treat them.
 */
export function toAiAccount(body: Body): AiAccount {
  const properties = part(body, 'properties');
  const createdAt = instant(properties, 'dateCreated') || instant(body, 'systemData', 'createdAt');
  return {
    ...base('aiAccount', body),
    accountKind: text(body, 'kind'),
    sku: text(body, 'sku', 'name'),
    identity: toIdentity(body),
    network: toNetwork(properties, 'networkAcls'),
    localAuthDisabled: isTrue(properties, 'disableLocalAuth'),
    customSubDomainName: text(properties, 'customSubDomainName'),
    hosts: toHosts(properties),
    openAiEndpoint: toOpenAiEndpoint(body, properties),
    ...toEncryption(properties),
    restrictOutboundNetworkAccess: isTrue(properties, 'restrictOutboundNetworkAccess'),
    allowedFqdnList: texts(properties, 'allowedFqdnList'),
    userOwnedStorage: parts(properties, 'userOwnedStorage')
      .map((storage) => idAt(storage, 'resourceId'))
      .filter(Boolean),
    networkInjections: toInjections(properties),
    allowProjectManagement: isTrue(properties, 'allowProjectManagement'),
    storedCompletionsDisabled: isTrue(properties, 'storedCompletionsDisabled'),
    dynamicThrottlingEnabled: isTrue(properties, 'dynamicThrottlingEnabled'),
    capabilities: toCapabilities(properties),
    provisioningState: text(properties, 'provisioningState'),
    ...(createdAt ? { createdAt } : {}),
  };
}

export default surveyCollector({
  kind: 'aiAccount',
  permissions: ['Microsoft.CognitiveServices/accounts/read'],
  query: resourcesQuery,
  types: ['microsoft.cognitiveservices/accounts'],
  convert: (row) => ({ resource: toAiAccount(row) }),
});
