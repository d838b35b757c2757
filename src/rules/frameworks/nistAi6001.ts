import { defineFramework } from './framework';

/** NIST AI 600-1, the generative AI profile: its 12 risks under our own short ids, since NIST numbers the sections only. */
export const nistAi6001 = defineFramework({
  key: 'nistAi6001',
  id: 'nist-ai-600-1',
  version: 'July 2024',
  url: 'https://doi.org/10.6028/NIST.AI.600-1',
  controls: [
    ['CBRN', 'CBRN Information or Capabilities'],
    ['Confabulation', 'Confabulation'],
    ['Dangerous-Content', 'Dangerous, Violent, or Hateful Content'],
    ['Data-Privacy', 'Data Privacy'],
    ['Environmental-Impacts', 'Environmental Impacts', 'process'],
    ['Harmful-Bias', 'Harmful Bias or Homogenization', 'process'],
    ['Human-AI-Configuration', 'Human-AI Configuration', 'process'],
    ['Information-Integrity', 'Information Integrity'],
    ['Information-Security', 'Information Security'],
    ['Intellectual-Property', 'Intellectual Property'],
    ['Obscene-Content', 'Obscene, Degrading, and/or Abusive Content'],
    ['Value-Chain', 'Value Chain and Component Integration'],
  ],
});
