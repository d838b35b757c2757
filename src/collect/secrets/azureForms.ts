import type { ExposedSecret } from '../../model/base';
import type { Recognised, SecretForm } from './form';
import { seedOf } from './marvin32';

const b64 = '[A-Za-z0-9+/]';
const b62 = '[A-Za-z0-9]';

type Checked = (found: string) => Partial<Recognised>;

/** A good checksum proves the key; a bad one leaves its form, except where nobody outside Microsoft has reproduced the scheme. */
const checksum =
  (seeds: readonly string[], otherwise: ExposedSecret['confidence'] = 'shape'): Checked =>
  (found) => ({ confidence: seedOf(found, seeds) ? 'checksum' : otherwise });

/** Admin and query keys have one form and two seeds. */
const searchKey: Checked = (found) => {
  const seed = seedOf(found, ['PAdmin00', 'Query000']);
  if (!seed) return { confidence: 'shape' };
  return { confidence: 'checksum', kind: seed === 'Query000' ? 'searchQueryKey' : 'searchAdminKey' };
};

type Service = readonly [kind: string, opens?: ExposedSecret['opens']];

/** Services by the four letters before the checksum; upper case marks a customer's key, lower case a platform's. */
const services: Readonly<Record<string, Service>> = {
  ACOG: ['azureAiKey', 'ai'],
  AZAC: ['appConfigurationKey'],
  AZEG: ['eventGridKey', 'messaging'],
  AZDO: ['devOpsToken'],
  AZMP: ['mapsKey'],
  AZCS: ['communicationKey'],
};

/** Letters of the year (A = 2024) and of the month (A = January) after the mark. */
const bornMonth = (key: string): string => {
  const at = key.indexOf('JQQJ9') + 6;
  const place = (letter: number): number => key.charCodeAt(letter) - 'A'.charCodeAt(0);
  return `${2024 + place(at)}-${String(place(at + 1) + 1).padStart(2, '0')}`;
};

const annotated: Checked = (found) => {
  const [kind, opens] = services[found.slice(76, 80).toUpperCase()] ?? ['azureKey'];
  return { kind, bornMonth: bornMonth(found), ...(opens ? { opens } : {}) };
};

const setting = (whole: string, name: string): string =>
  new RegExp(`(?:^|[;"'=\\s])${name}=([^;"'\\s]+)`, 'i').exec(whole)?.[1] ?? '';

const hostIn = (url: string): string => (/^[a-z]+:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? '').toLowerCase();

const hostOf = (host: string): Partial<Recognised> => (host ? { opensHost: host } : {});

/** What a connection string opens stands in it. */
const storageString = (found: string, whole: string): Partial<Recognised> => {
  const account = setting(whole, 'AccountName').toLowerCase();
  const suffix = setting(whole, 'EndpointSuffix').toLowerCase() || 'core.windows.net';
  const cosmos = hostIn(setting(whole, 'AccountEndpoint'));
  const good = seedOf(found.slice(found.indexOf('=') + 1), ['Default0', 'MastRW00', 'MastRO00']);
  const confidence = good ? 'checksum' : 'anchored';
  if (cosmos) return { confidence, kind: 'cosmosConnectionString', opens: 'cosmos', opensHost: cosmos };
  return { confidence, ...hostOf(account ? `${account}.blob.${suffix}` : '') };
};

const messagingString = (_: string, whole: string): Partial<Recognised> => hostOf(hostIn(setting(whole, 'Endpoint')));

/** A signature of a user dies with the delegation key it was made with, after seven days at most. */
const signature = (_: string, whole: string): Partial<Recognised> => ({
  confidence: /(?:^|[?&;"'\s])sv=\d{4}-\d\d-\d\d/.test(whole) ? 'anchored' : 'shape',
  ...(/[?&]skoid=/.test(whole) ? { kind: 'sasUserDelegation' } : {}),
  // The address that starts a workflow is signed in the same words.
  ...(/\/workflows\/[^?]*\?/.test(whole) ? { kind: 'workflowUrl', opens: 'app' } : {}),
  ...hostOf((/https:\/\/([a-z0-9-]+\.[a-z0-9.-]+)\/[^\s"']*[?&]sig=/i.exec(whole)?.[1] ?? '').toLowerCase()),
});

const old = `^${b64}{86}==$`;
const month = '[A-Z][A-L]';

/**
 * Keys of Azure's services. Source: the formats of microsoft/security-utilities; the checksums of Storage, Container Registry, Service Bus,
 * Functions and Search were recomputed against its published examples.
 */
export const azureForms: readonly SecretForm[] = [
  {
    kind: 'azureKey',
    anchor: 'JQQJ9',
    form: new RegExp(`${b62}{52}JQQJ9[9DH]${month}${b62}{16}[A-Za-z]${b62}{7}`),
    closer: annotated,
  },
  {
    kind: 'searchKey',
    anchor: 'AzSe',
    form: new RegExp(`${b62}{42}AzSe[A-D]${b62}{5}`),
    opens: 'search',
    closer: searchKey,
  },
  {
    kind: 'storageConnectionString',
    anchor: 'AccountKey=',
    form: new RegExp(`AccountKey=${b64}{43,86}=`),
    opens: 'storage',
    closer: storageString,
  },
  {
    kind: 'messagingConnectionString',
    anchor: 'SharedAccessKey=',
    form: new RegExp(`SharedAccessKey=${b64}{43}=`),
    opens: 'messaging',
    closer: messagingString,
  },
  {
    kind: 'storageKey',
    anchor: '+ASt',
    form: new RegExp(`${b64}{76}\\+ASt${b64}{5}[AQgw]==`),
    opens: 'storage',
    closer: checksum(['Default0']),
  },
  {
    kind: 'cosmosKey',
    anchor: 'ACDb',
    form: new RegExp(`${b64}{76}ACDb${b64}{5}[AQgw]==`),
    opens: 'cosmos',
    closer: checksum(['MastRW00', 'MastRO00', 'MastRW01', 'MastRO01'], 'anchored'),
  },
  {
    kind: 'mlClassicKey',
    anchor: '+AMC',
    form: new RegExp(`${b64}{76}\\+AMC${b64}{5}[AQgw]==`),
    opens: 'ai',
    closer: checksum(['Classic0'], 'anchored'),
  },
  { kind: 'apimKey', anchor: 'APIM', form: new RegExp(`${b64}{76}APIM${b64}{5}[AQgw]==`), opens: 'gateway' },
  {
    kind: 'serviceBusKey',
    anchor: '+ASb',
    form: new RegExp(`${b64}{33}\\+ASb[A-P]${b64}{5}=`),
    opens: 'messaging',
    closer: checksum(['Send0000', 'Manage00', 'Listen00']),
  },
  {
    kind: 'eventHubKey',
    anchor: '+AEh',
    form: new RegExp(`${b64}{33}\\+AEh[A-P]${b64}{5}=`),
    opens: 'messaging',
    closer: checksum(['Send0000', 'Manage00', 'Listen00'], 'anchored'),
  },
  {
    kind: 'relayKey',
    anchor: '+ARm',
    form: new RegExp(`${b64}{33}\\+ARm[A-P]${b64}{5}=`),
    opens: 'messaging',
    closer: checksum(['Send0000', 'Manage00', 'Listen00'], 'anchored'),
  },
  {
    kind: 'registryKey',
    anchor: '+ACR',
    form: new RegExp(`${b64}{42}\\+ACR[A-D]${b64}{5}`),
    opens: 'registry',
    closer: checksum(['ACRDflt0']),
  },
  {
    kind: 'functionKey',
    anchor: 'AzFu',
    form: /[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]==/,
    opens: 'app',
    closer: checksum(['Master00', 'System00', 'Functi00']),
  },
  // The key as a whole value: inside longer text 88 characters of base64 are as often a digest or an image.
  { kind: 'storageKey', anchor: '==', form: new RegExp(old), opens: 'storage', confidence: 'shape' },
  {
    kind: 'sas',
    anchor: 'sig=',
    form: /(?:^|[?&;"'\s])sig=(?!(.)\1{30})[A-Za-z0-9%+/=_-]{43,}/,
    opens: 'storage',
    closer: signature,
  },
  {
    kind: 'entraClientSecret',
    anchor: 'Q~',
    form: /(?<![\w~.-])[\w~.-]{3}(?:7Q~[\w~.-]{31,34}|8Q~[\w~.-]{31,34})(?![\w~.-])/,
    opens: 'directory',
  },
  { kind: 'databricksToken', anchor: 'dapi', form: /(?<!\w)dapi[0-9a-f]{32}(?:-\d)?(?!\w)/ },
];
