import { createHash } from 'node:crypto';
import { marvin32 } from '../../src/collect/secrets/marvin32';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letters = upper + upper.toLowerCase();
const b62 = `${letters}0123456789`;
const hex = '0123456789abcdef';

/** `length` characters of `alphabet`, the same for the same seed. */
export function drawn(seed: string, length: number, alphabet = b62): string {
  const bytes = Array.from({ length: Math.ceil(length / 32) }, (_, at) => [
    ...createHash('sha256').update(`${seed} ${at}`).digest(),
  ]).flat();
  return bytes
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');
}

/** Base64 of `length` characters with a mark before its last bytes, and the checksum that Azure's service would put there. */
function checked(seed: string, mark: string, length: number, word: string): string {
  const body = `${drawn(seed, length - mark.length)}${mark}`;
  const whole = Buffer.from(`${body}AAAAAA`, 'base64');
  const start = whole.subarray(0, whole.length - 4);
  const end = Buffer.alloc(4);
  end.writeUInt32LE(marvin32(start, word));
  return Buffer.concat([start, end]).toString('base64');
}

/** Services of letters and digits alone draw again until the checksum has no other character. */
function plain(seed: string, make: (seed: string) => string): string {
  const key = make(seed);
  return /[+/]/.test(key) ? plain(`${seed}'`, make) : key;
}

const annotated = (seed: string, signature: string): string =>
  `${drawn(seed, 52)}JQQJ99CA${drawn(`${seed} p`, 12)}AAAB${signature}${drawn(`${seed} c`, 4)}`;

const asUrl = (key: string): string => key.replaceAll('+', '-').replaceAll('/', '_');

/** Storage: 76 and the mark, 64 bytes in all. */
const storage = (seed: string): string => checked(seed, '+ASt', 80, 'Default0');

type Make = (seed: string) => string;

/** Made-up secrets of each kind in its published form: nothing ever held them. The name is the variable they would stand under. */
export const kinds: Readonly<Record<string, { readonly make: Make; readonly name?: string }>> = {
  azureAiKey: { make: (s) => annotated(s, 'ACOG') },
  azureKey: { make: (s) => annotated(s, 'AZQQ') },
  appConfigurationKey: { make: (s) => annotated(s, 'AZAC') },
  eventGridKey: { make: (s) => annotated(s, 'AZEG') },
  devOpsToken: { make: (s) => annotated(s, 'AZDO') },
  mapsKey: { make: (s) => annotated(s, 'AZMP') },
  communicationKey: { make: (s) => annotated(s, 'AZCS') },
  searchAdminKey: { make: (s) => plain(s, (one) => checked(one, 'AzSe', 46, 'PAdmin00')) },
  searchQueryKey: { make: (s) => plain(s, (one) => checked(one, 'AzSe', 46, 'Query000')) },
  storageKey: { make: storage },
  storageConnectionString: {
    make: (s) =>
      `DefaultEndpointsProtocol=https;AccountName=stplanted;AccountKey=${storage(s)};EndpointSuffix=core.windows.net`,
  },
  sas: {
    make: (s) =>
      `https://stplanted.blob.core.windows.net/c?sv=2024-05-04&sr=c&sp=rwl&se=2027-01-01&sig=${drawn(s, 43)}%3D`,
  },
  sasUserDelegation: {
    make: (s) => `https://stplanted.blob.core.windows.net/c?skoid=x&sv=2024-05-04&sr=c&sp=r&sig=${drawn(s, 43)}%3D`,
  },
  workflowUrl: {
    make: (s) =>
      `https://prod-00.westeurope.logic.azure.com/workflows/x/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Frun&sv=1.0&sig=${drawn(s, 43)}`,
  },
  cosmosKey: { make: (s) => checked(s, 'ACDb', 80, 'MastRW00') },
  cosmosConnectionString: {
    make: (s) =>
      `AccountEndpoint=https://cosmos-planted.documents.azure.com:443/;AccountKey=${checked(s, 'ACDb', 80, 'MastRW00')};`,
  },
  mlClassicKey: { make: (s) => checked(s, '+AMC', 80, 'Classic0') },
  apimKey: { make: (s) => `${drawn(s, 76)}APIM${drawn(`${s} t`, 5)}Q==` },
  serviceBusKey: { make: (s) => checked(s, '+ASb', 37, 'Send0000') },
  eventHubKey: { make: (s) => checked(s, '+AEh', 37, 'Manage00') },
  relayKey: { make: (s) => checked(s, '+ARm', 37, 'Listen00') },
  messagingConnectionString: {
    make: (s) =>
      `Endpoint=sb://planted.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${drawn(s, 43)}=`,
  },
  registryKey: { make: (s) => checked(s, '+ACR', 46, 'ACRDflt0') },
  functionKey: { make: (s) => asUrl(checked(s, 'AzFu', 48, 'Master00')) },
  entraClientSecret: { make: (s) => `${drawn(s, 3)}8Q~${drawn(`${s} t`, 34)}` },
  databricksToken: { make: (s) => `dapi${drawn(s, 32, hex)}` },
  openAiKey: { make: (s) => `sk-proj-${drawn(s, 74)}T3BlbkFJ${drawn(`${s} t`, 74)}` },
  anthropicKey: { make: (s) => `sk-ant-api03-${drawn(s, 93)}AA` },
  openRouterKey: { make: (s) => `sk-or-v1-${drawn(s, 64, hex)}` },
  langfuseKey: {
    make: (s) =>
      `sk-lf-${drawn(s, 8, hex)}-${drawn(`${s}a`, 4, hex)}-${drawn(`${s}b`, 4, hex)}-${drawn(`${s}c`, 4, hex)}-${drawn(`${s}d`, 12, hex)}`,
  },
  huggingFaceToken: { make: (s) => `hf_${drawn(s, 34)}` },
  awsAccessKey: { make: (s) => `AKIA${drawn(s, 16, `${upper}234567`)}` },
  bedrockKey: { make: (s) => `ABSK${drawn(s, 128)}` },
  googleKey: { make: (s) => `AIzaSy${drawn(s, 33)}` },
  groqKey: { make: (s) => `gsk_${drawn(s, 52)}` },
  xaiKey: { make: (s) => `xai-${drawn(s, 80)}` },
  perplexityKey: { make: (s) => `pplx-${drawn(s, 48)}` },
  replicateToken: { make: (s) => `r8_${drawn(s, 37)}` },
  pineconeKey: { make: (s) => `pcsk_${drawn(s, 6)}_${drawn(`${s} t`, 63)}` },
  langSmithKey: { make: (s) => `lsv2_pt_${drawn(s, 32, hex)}_${drawn(`${s} t`, 10, hex)}` },
  elevenLabsKey: { make: (s) => `sk_${drawn(s, 48, hex)}` },
  deepSeekKey: { make: (s) => `sk-${drawn(s, 32, hex)}` },
  nvidiaKey: { make: (s) => `nvapi-${drawn(s, 64)}` },
  tavilyKey: { make: (s) => `tvly-${drawn(s, 32)}` },
  gitHubToken: { make: (s) => `ghp_${drawn(s, 36)}` },
  gitLabToken: { make: (s) => `glpat-${drawn(s, 20)}` },
  npmToken: { make: (s) => `npm_${drawn(s, 36)}` },
  privateKey: { make: (s) => `-----BEGIN RSA PRIVATE KEY-----\n${drawn(s, 64)}\n-----END RSA PRIVATE KEY-----` },
  jwt: { make: (s) => `eyJ${drawn(s, 20)}.eyJ${drawn(`${s} b`, 40)}.${drawn(`${s} c`, 43)}` },
  urlPassword: { make: (s) => `postgres://app:${drawn(s, 16)}@db.planted.example/rag` },
  hexKey: { make: (s) => drawn(s, 32, hex), name: 'AZURE_OPENAI_API_KEY' },
  cohereKey: { make: (s) => drawn(s, 40), name: 'COHERE_API_KEY' },
  mistralKey: { make: (s) => drawn(s, 32), name: 'MISTRAL_API_KEY' },
  wandbKey: { make: (s) => drawn(s, 40, hex), name: 'WANDB_API_KEY' },
  deepgramKey: { make: (s) => drawn(s, 40, hex), name: 'DEEPGRAM_API_KEY' },
  assemblyAiKey: { make: (s) => drawn(s, 32, hex), name: 'ASSEMBLYAI_API_KEY' },
  awsSecretKey: { make: (s) => drawn(s, 40), name: 'AWS_SECRET_ACCESS_KEY' },
  gatewayMasterKey: { make: (s) => drawn(s, 24), name: 'LITELLM_MASTER_KEY' },
};

/** A secret of `kind` that nothing ever held, the same for the same seed. */
export const madeUp = (kind: keyof typeof kinds, seed: string = kind): string => kinds[kind]!.make(seed);
