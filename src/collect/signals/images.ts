/**
 * Images that serve models or applications of AI, as they end when registry, tag and digest are dropped. A trailing `/*` takes every image of
 * that owner, a trailing `*` every image that begins so.
 */
const known = [
  ...[
    'ollama/ollama',
    'vllm/vllm-openai',
    'huggingface/text-generation-inference',
    'huggingface/text-embeddings-inference',
  ],
  ...['berriai/litellm', 'berriai/litellm-database', 'open-webui/open-webui', 'lmsysorg/sglang', 'ggerganov/llama.cpp'],
  ...[
    'ggml-org/llama.cpp',
    'localai/localai',
    'nim/*',
    'nvidia/tritonserver',
    'pytorch/torchserve',
    'tensorflow/serving',
  ],
  ...[
    'rayproject/ray*',
    'kserve/*',
    'bentoml/*',
    'langgenius/dify*',
    'flowiseai/flowise',
    'n8nio/n8n',
    'langflowai/langflow',
  ],
  ...['mintplexlabs/anythingllm', 'danny-avila/librechat', 'langfuse/langfuse', 'qdrant/qdrant', 'milvusdb/milvus'],
  ...['semitechnologies/weaviate', 'chromadb/chroma', 'mlflow/mlflow', 'jupyter/*', 'ghcr.io/mlflow/mlflow'],
] as const;

/** Names of images whose owner was changed when somebody copied them into a registry of their own. */
const unmistakable = [
  ...[
    'ollama',
    'vllm-openai',
    'text-generation-inference',
    'text-embeddings-inference',
    'litellm',
    'open-webui',
    'sglang',
  ],
  ...['llama.cpp', 'localai', 'tritonserver', 'torchserve', 'flowise', 'anythingllm', 'librechat'],
] as const;

const withoutTag = (image: string): string =>
  image
    .toLowerCase()
    .replace(/@sha256:.*$/, '')
    .replace(/:[^/]*$/, '');

const ends = (path: string, one: string): boolean => {
  if (one.endsWith('/*')) return `/${path}`.includes(`/${one.slice(0, -1)}`);
  if (one.endsWith('*')) return `/${path}`.includes(`/${one.slice(0, -1)}`);
  return path === one || path.endsWith(`/${one}`);
};

/** The known image that `image` is, in words to show; undefined for others. Segments of the path are compared whole. */
export function aiImage(image: string): string | undefined {
  const path = withoutTag(image);
  if (path === '') return undefined;
  const last = path.slice(path.lastIndexOf('/') + 1);
  return known.find((one) => ends(path, one)) ?? unmistakable.find((one) => one === last);
}
