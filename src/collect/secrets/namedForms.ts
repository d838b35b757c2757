import type { ExposedSecret } from '../../model/base';

/** A form so plain that only the name beside it makes it a secret. Names are compared in lower case without anything but letters and digits. */
export interface NamedForm {
  readonly kind: string;
  readonly name: RegExp;
  readonly form: RegExp;
  readonly opens?: ExposedSecret['opens'];
}

/** Vendors whose keys have no letters of their own, and Azure's older keys. */
export const namedForms: readonly NamedForm[] = [
  { kind: 'cohereKey', name: /cohere.*(?:key|token)|^coapikey$/, form: /^[A-Za-z0-9]{40}$/ },
  { kind: 'mistralKey', name: /mistral.*key/, form: /^[A-Za-z0-9]{32}$/ },
  { kind: 'wandbKey', name: /wandb.*key/, form: /^[0-9a-f]{40}$/ },
  { kind: 'deepgramKey', name: /deepgram.*(?:key|token|secret)/, form: /^[0-9a-f]{40}$/ },
  { kind: 'assemblyAiKey', name: /assemblyai.*(?:key|token)/, form: /^[0-9a-f]{32}$/ },
  { kind: 'awsSecretKey', name: /awssecret(?:access)?key|^secretaccesskey$/, form: /^[A-Za-z0-9+/]{40}$/ },
  {
    kind: 'gatewayMasterKey',
    name: /litellm(?:master|salt)key|webuisecretkey|n8nencryptionkey/,
    form: /^\S{12,}$/,
    opens: 'gateway',
  },
  { kind: 'hexKey', name: /key|secret|token|password/, form: /^(?:[0-9a-f]{32}|[0-9A-F]{32})$/ },
];

/** Names that carry values which open nothing: versions, ids, digests. 13 of 13 hits in Azure's own examples were `keyVersion`. */
export const harmlessName =
  /keyversion|keyid|keyname|keyuri|keyvaultkey|keypath|keytype|thumbprint|etag|instrumentationkey|publickey|fingerprint|hash|digest|tokenurl|tokenendpoint|maxtokens|tokenizer|tenantid|clientid|appid/;

/** What stands in the place of a secret: a reference, a template's variable, words that ask for one. */
const placeholder =
  /@microsoft\.keyvault|secretref:|\$\(|\$\{|\{\{|\[(?:parameters|variables|reference|concat|listkeys)\(|<[^>]*>|your[-_ ]?|changeme|change-me|placeholder|replace|example|xxxx|\.\.\.|dummy|sample/i;

/** True for a value that nobody can open anything with: a placeholder, or no more than two characters over and over. */
export const opensNothing = (value: string): boolean =>
  placeholder.test(value) || new Set(value.toLowerCase()).size <= 2;
