/** Names of servers and tools that nothing else is called. */
const servers =
  /(?:^|[^a-z0-9])(?:ollama|vllm|litellm|open-?webui|sglang|llama-?cpp|localai|text-generation-inference|stable-diffusion|comfyui|anythingllm|librechat|langflow|flowise)(?:[^a-z0-9]|$)/i;

/** Words that may mean AI and may not: a name like Claude proves nothing. */
const plain = /(?:^|[^a-z0-9])(?:gpt|llm|chatgpt|openai|claude|copilot|genai|rag|ai)(?:[^a-z0-9]|$)/i;

/** A word of AI in a name or a tag: which, and how plain. */
export function aiWord(given: string): { readonly word: string; readonly server: boolean } | undefined {
  const server = servers.exec(given)?.[0];
  const word = server ?? plain.exec(given)?.[0];
  return word === undefined
    ? undefined
    : { word: word.replace(/^[^a-z0-9]|[^a-z0-9]$/gi, '').toLowerCase(), server: server !== undefined };
}
