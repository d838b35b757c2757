/** Names of environment variables by which AI is called or served, without case. */
const aiNames = [
  /^(AZURE_)?OPENAI_/,
  /^AZURE_(AI|COGNITIVE|SEARCH|INFERENCE|FOUNDRY|AIPROJECT)[A-Z_]*(KEY|ENDPOINT|CONNECTION_STRING)$/,
  /^(AI_FOUNDRY|FOUNDRY)_[A-Z_]*(KEY|ENDPOINT)$/,
  /^ANTHROPIC_(API_KEY|AUTH_TOKEN|BASE_URL|MODEL)$/,
  /^CLAUDE_CODE_/,
  /^(GOOGLE|GEMINI)_API_KEY$/,
  /^VERTEX(AI)?_/,
  /^AWS_BEARER_TOKEN_BEDROCK$/,
  /^(MISTRAL|COHERE|CO|GROQ|XAI|DEEPSEEK|PERPLEXITY|PPLX|OPENROUTER|TOGETHER|FIREWORKS|VOYAGE|JINA|TAVILY|SERPAPI)_API_(KEY|TOKEN)$/,
  /^REPLICATE_API_TOKEN$/,
  /^(HF_TOKEN|HUGGING_?FACE_?(HUB_)?TOKEN|HUGGINGFACEHUB_API_TOKEN|HF_HOME|TRANSFORMERS_CACHE)$/,
  /^(PINECONE|WEAVIATE|QDRANT)_(API_KEY|URL|HOST|ENVIRONMENT)$/,
  /^(LANGCHAIN|LANGSMITH|LANGFUSE)_[A-Z_]+$/,
  /^WANDB_(API_KEY|PROJECT)$/,
  /^(NVIDIA|NGC)_API_KEY$/,
  /^OLLAMA_[A-Z_]+$/,
  /^VLLM_[A-Z_]+$/,
  /^LITELLM_[A-Z_]+$/,
  /^(WEBUI_SECRET_KEY|N8N_ENCRYPTION_KEY)$/,
  /^(FLOWISE|DIFY)_[A-Z_]+$/,
  /^MCP_SERVER_[A-Z_]+$/,
];

/** True for a variable's name that speaks of AI; separators may be written as `__`, `:`, `-` or `.`. */
export const isAiName = (name: string): boolean => {
  const plain = name.toUpperCase().replace(/[-:.]|__/g, '_');
  return aiNames.some((known) => known.test(plain));
};

/** Text Generation Inference starts with these two, each too plain alone. */
export const startsTgi = (names: readonly string[]): boolean =>
  names.includes('MODEL_ID') && names.includes('NUM_SHARD');
