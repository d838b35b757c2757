interface SecretForm {
  readonly kind: string;
  /** A value without this text is not looked at further. */
  readonly anchor: string;
  readonly form: RegExp;
}

const b64 = '[A-Za-z0-9+/]';

/**
 * Forms with fixed letters inside, so that chance hits do not count. Sources: the key formats of microsoft/security-utilities, and the
 * vendors' own prefixes. Structure only: no checksum is computed.
 */
const anchored: readonly SecretForm[] = [
  { kind: 'azureAiKey', anchor: 'ACOG', form: /[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{18}ACOG[A-Za-z0-9]{4}/ },
  { kind: 'azureKey', anchor: 'JQQJ9', form: /[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{26}/ },
  { kind: 'searchKey', anchor: 'AzSe', form: /[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}/ },
  { kind: 'connectionString', anchor: 'Key=', form: new RegExp(`(?:Account|SharedAccess)Key=${b64}{43,86}=`) },
  { kind: 'storageKey', anchor: '+ASt', form: new RegExp(`${b64}{76}\\+ASt${b64}{6}==`) },
  { kind: 'cosmosKey', anchor: 'ACDb', form: new RegExp(`${b64}{76}ACDb${b64}{6}==`) },
  { kind: 'registryKey', anchor: '+ACR', form: new RegExp(`${b64}{42}\\+ACR[A-D]${b64}{5}`) },
  // The key as a whole value: inside longer text 88 characters of base64 are as often a digest or an image.
  { kind: 'storageKey', anchor: '==', form: new RegExp(`^${b64}{86}==$`) },
  { kind: 'sas', anchor: 'sig=', form: /(?:^|[?&;"'\s])sig=[A-Za-z0-9%+/=_-]{43,}/ },
  { kind: 'entraClientSecret', anchor: 'Q~', form: /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~.-])/ },
  { kind: 'openAiKey', anchor: 'T3BlbkFJ', form: /sk-[\w-]{20,90}T3BlbkFJ[\w-]{20,90}/ },
  { kind: 'anthropicKey', anchor: 'sk-ant-', form: /sk-ant-[a-z]{3,5}\d\d-[\w-]{80,}/ },
  { kind: 'huggingFaceToken', anchor: 'hf_', form: /(?<!\w)hf_[A-Za-z0-9]{34}(?!\w)/ },
  {
    kind: 'awsAccessKey',
    anchor: 'A',
    form: /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)(?![A-Z0-9]*EXAMPLE)[A-Z2-7]{16}(?!\w)/,
  },
  { kind: 'googleKey', anchor: 'AIza', form: /(?<!\w)AIza[\w-]{35}(?![\w-])/ },
  { kind: 'databricksToken', anchor: 'dapi', form: /(?<!\w)dapi[0-9a-f]{32}(?:-\d)?(?!\w)/ },
  { kind: 'groqKey', anchor: 'gsk_', form: /(?<!\w)gsk_[A-Za-z0-9]{52}(?!\w)/ },
  { kind: 'gitHubToken', anchor: 'gh', form: /(?<!\w)(?:gh[opsu]_[A-Za-z0-9]{36}|github_pat_\w{82})(?!\w)/ },
  { kind: 'privateKey', anchor: 'PRIVATE KEY-', form: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { kind: 'jwt', anchor: 'eyJ', form: /(?<!\w)eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/ },
  { kind: 'urlPassword', anchor: '://', form: /:\/\/[^\s/:@]{0,100}:[^\s/:@<>${}]{3,200}@/ },
];

/** The storage emulator's key is public: every installation has the same one. */
const emulatorKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1';

const secretName = /key|secret|token|password/;
/** Names that carry hex values which open nothing: versions, ids, digests. 13 of 13 hits in Azure's own examples were `keyVersion`. */
const harmlessName =
  /keyversion|keyid|keyname|keyuri|keypath|thumbprint|etag|instrumentationkey|publickey|fingerprint|hash|digest|tokenurl|tokenendpoint|maxtokens|tokenizer/;

const isNamedSecret = (value: string, name: string): boolean => {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const hex = /^[0-9a-f]{32}$/i.test(value) && new Set(value.toLowerCase()).size > 2;
  return hex && secretName.test(plain) && !harmlessName.test(plain);
};

/**
 * The kind of secret that `value` unmistakably holds; undefined when it holds none. `name` is the property it stands under: 32
 * hexadecimal digits count only below a name that speaks of a key. References (`@Microsoft.KeyVault(...)`, `${{...}}`, `<your-key>`)
 * have none of the forms.
 */
export function recognise(value: string, name = ''): string | undefined {
  if (value.includes(emulatorKey)) return undefined;
  const found = anchored.find(({ anchor, form }) => value.includes(anchor) && form.test(value));
  return found?.kind ?? (isNamedSecret(value, name) ? 'hexKey' : undefined);
}
