const azure =
  /(?:^|\.)(?:openai|cognitiveservices|services\.ai|inference\.ml|models\.ai)\.azure\.(?:com|us|cn)$|^models\.inference\.ai\.azure\.com$/;

/** Model services of other vendors: exact hosts, or every host below. */
const vendors = [
  ...['api.openai.com', 'anthropic.com', 'generativelanguage.googleapis.com', 'api.mistral.ai', 'api.cohere.com'],
  ...['api.cohere.ai', 'api.groq.com', 'api.x.ai', 'api.deepseek.com', 'api.perplexity.ai', 'openrouter.ai'],
  ...['api.together.xyz', 'api.together.ai', 'api.fireworks.ai', 'api.replicate.com', 'huggingface.co', 'hf.space'],
  ...['endpoints.huggingface.cloud', 'api.ai21.com', 'models.github.ai', 'integrate.api.nvidia.com'],
  ...['api.moonshot.ai', 'open.bigmodel.cn'],
] as const;

const patterns = [
  /(?:^|-)aiplatform\.googleapis\.com$/,
  /^bedrock[a-z0-9.-]*\.amazonaws\.com$/,
  /^dashscope[a-z0-9-]*\.aliyuncs\.com$/,
];

/** True for hosts of Azure's own model services, in all clouds; `host` in lower case. */
export const isAzureAiHost = (host: string): boolean => azure.test(host);

/** True for hosts that serve models, Azure's or another vendor's; `host` in lower case. */
export const isAiHost = (host: string): boolean =>
  isAzureAiHost(host) ||
  vendors.some((vendor) => host === vendor || host.endsWith(`.${vendor}`)) ||
  patterns.some((pattern) => pattern.test(host));

/** Services that AI is built with and that serve no models themselves: search, vectors, traces, tools. */
const builtWith = [
  ...[
    'search.windows.net',
    'search.azure.us',
    'search.azure.cn',
    'azuredatabricks.net',
    'pinecone.io',
    'weaviate.cloud',
  ],
  ...[
    'qdrant.io',
    'api.smith.langchain.com',
    'cloud.langfuse.com',
    'api.portkey.ai',
    'api.helicone.ai',
    'api.wandb.ai',
  ],
  ...[
    'api.tavily.com',
    'serpapi.com',
    'google.serper.dev',
    'api.bing.microsoft.com',
    'api.voyageai.com',
    'api.jina.ai',
  ],
  ...['api.stability.ai', 'api.elevenlabs.io', 'api.deepgram.com', 'api.assemblyai.com'],
  'api.cognitive.microsofttranslator.com',
] as const;

/** True for hosts that an application of AI calls: models, and what AI is built with. `host` in lower case. */
export const speaksOfAi = (host: string): boolean =>
  isAiHost(host) || builtWith.some((service) => host === service || host.endsWith(`.${service}`));
