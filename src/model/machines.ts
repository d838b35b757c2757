/** Sizes with a GPU: families NC, NCC, ND, NG, NV. NP is FPGA. */
export const hasGpu = (vmSize: string): boolean => /^(?:standard_)?n(?:c|cc|d|g|v)\d/i.test(vmSize);

/** Virtual desktops and drawing use GPUs too: NV sizes with a tag or name that says so. */
const graphics = /virtual-?desktop|\bavd\b|\bwvd\b|citrix|autocad|cad\b|render|workstation|cm-resource-parent/i;
export const isGraphics = (vmSize: string, tags: Readonly<Record<string, string>>): boolean =>
  /^(?:standard_)?nv\d/i.test(vmSize) &&
  Object.entries(tags).some(([name, value]) => graphics.test(`${name} ${value}`));

/** Marketplace plans and images made for AI, by publisher, product or offer. */
const plans =
  /nvidia|hugging-?face|databricks|dataiku|h2o-?ai|data-science-vm|(?:^|\W)dsvm|ubuntu-hpc|ollama|open-?webui|vllm|anythingllm|deepseek|llama/i;
export const isAiPlan = (plan: string): boolean => plans.test(plan);

/** Extensions that put a GPU driver on a machine. */
export const isDriver = (publisher: string, type: string): boolean =>
  publisher.toLowerCase() === 'microsoft.hpccompute' && /^(?:nvidia|amd)gpudriver/i.test(type);

/** What usually listens on a port, where that is a server of models or an application of AI. Proves little: many others use the same. */
export const aiPorts: Readonly<Record<number, string>> = {
  1234: 'LM Studio',
  3000: 'open-webui',
  4000: 'litellm',
  5000: 'MLflow',
  5678: 'n8n',
  6274: 'MCP inspector',
  6333: 'Qdrant',
  7860: 'Gradio',
  8000: 'vLLM',
  8080: 'llama.cpp',
  8265: 'Ray',
  8501: 'Streamlit',
  8888: 'Jupyter',
  11434: 'ollama',
  19530: 'Milvus',
};
