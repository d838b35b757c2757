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
