import { defineFramework } from './framework';

/** OWASP Top 10 for LLM applications 2026, complete; titles from the project's published final list of 4 August 2026. */
export const owaspLlm2026 = defineFramework({
  key: 'owaspLlm2026',
  id: 'owasp-llm-2026',
  version: '2026',
  url: 'https://genai.owasp.org/resource/owasp-genai-llm-top-10-2026/',
  controls: [
    ['LLM01', 'Prompt Injection'],
    ['LLM02', 'Sensitive Information Disclosure'],
    ['LLM03', 'Excessive Agency'],
    ['LLM04', 'Supply Chain'],
    ['LLM05', 'Data and Model Poisoning'],
    ['LLM06', 'Unbounded Consumption'],
    ['LLM07', 'Misinformation'],
    ['LLM08', 'Hidden Context Exposure'],
    ['LLM09', 'Vector and Embedding Weaknesses'],
    ['LLM10', 'Improper Output Handling'],
  ],
});
