import type { SecretForm } from './form';

const openAi = [
  /sk-(?:proj|svcacct|admin)-[\w-]{20,90}T3BlbkFJ[\w-]{20,90}/,
  /sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}/,
  /sk-[\w-]{20,90}T3BlbkFJ[\w-]{20,90}/,
]
  .map(({ source }) => source)
  .join('|');

const vendor = (kind: string, anchor: string, form: RegExp): SecretForm => ({ kind, anchor, form });

/**
 * Keys of other vendors with letters of their own, and credentials of any kind that opens what AI is built from. Sources: gitleaks, trufflehog
 * and secretlint, the widest of them where they differ.
 */
export const vendorForms: readonly SecretForm[] = [
  vendor('openAiKey', 'T3BlbkFJ', new RegExp(openAi)),
  vendor('anthropicKey', 'sk-ant-', /sk-ant-[a-z]{3,5}\d\d-[\w-]{80,}/),
  vendor('openRouterKey', 'sk-or-', /(?<![\w-])sk-or-v1-[0-9a-f]{64}(?!\w)/),
  vendor('langfuseKey', 'sk-lf-', /(?<![\w-])sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)/),
  vendor('huggingFaceToken', 'hf_', /(?<!\w)hf_[A-Za-z0-9]{34}(?!\w)/),
  vendor('huggingFaceToken', 'api_org_', /(?<!\w)api_org_[A-Za-z0-9]{34}(?!\w)/),
  vendor(
    'awsAccessKey',
    'A',
    /(?<![A-Za-z0-9+/])(?:AKIA|ASIA|ABIA|ACCA)(?![A-Z0-9]*EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9+/])/,
  ),
  vendor('bedrockKey', 'ABSK', /(?<![A-Za-z0-9+/])ABSK[A-Za-z0-9+/]{109,269}={0,2}(?![A-Za-z0-9+/])/),
  vendor('bedrockKey', 'bedrock-api-key-', /(?<!\w)bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=]*/),
  vendor('googleKey', 'AIza', /(?<!\w)AIza[\w-]{35}(?![\w-])/),
  vendor('groqKey', 'gsk_', /(?<!\w)gsk_[A-Za-z0-9]{52}(?!\w)/),
  vendor('xaiKey', 'xai-', /(?<![\w-])xai-[A-Za-z0-9]{80}(?!\w)/),
  vendor('perplexityKey', 'pplx-', /(?<![\w-])pplx-[A-Za-z0-9]{48}(?!\w)/),
  vendor('replicateToken', 'r8_', /(?<!\w)r8_[A-Za-z0-9]{37}(?!\w)/),
  vendor('pineconeKey', 'pcsk_', /(?<!\w)pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}(?!\w)/),
  vendor('langSmithKey', 'lsv2_', /(?<!\w)lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}(?!\w)/),
  vendor('elevenLabsKey', 'sk_', /(?<!\w)sk_[0-9a-f]{48}(?!\w)/),
  vendor('deepSeekKey', 'sk-', /(?<![\w-])sk-[0-9a-f]{32}(?![\w-])/),
  vendor('nvidiaKey', 'nvapi-', /(?<![\w-])nvapi-[\w-]{64}(?![\w-])/),
  vendor('tavilyKey', 'tvly-', /(?<![\w-])tvly-(?:dev-|prod-)?[A-Za-z0-9]{32}(?!\w)/),
  vendor('gitHubToken', 'gh', /(?<!\w)(?:gh[oprsu]_[A-Za-z0-9]{36}|github_pat_\w{82})(?!\w)/),
  vendor('gitLabToken', 'glpat-', /(?<![\w-])glpat-[\w-]{20}(?![\w-])/),
  vendor('npmToken', 'npm_', /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/),
  vendor('privateKey', 'PRIVATE KEY-', /-----BEGIN [A-Z ]*PRIVATE KEY-----/),
  vendor('jwt', 'eyJ', /(?<!\w)eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/),
  {
    ...vendor('urlPassword', '://', /:\/\/[^\s/:@]{0,100}:[^\s/:@<>${}]{3,200}@/),
    closer: (_, whole) => {
      const host = /:\/\/[^\s/:@]{0,100}:[^\s/:@]{3,200}@([^\s/:?#"']+)/.exec(whole)?.[1];
      return host ? { opensHost: host.toLowerCase() } : {};
    },
  },
];
