import { defineFramework } from './framework';

const accuracyAndSystemicRisk = '15.5 55.1d';

/**
 * EU AI Act, Regulation (EU) 2024/1689: the articles that rules name, and 9 to 15, 26, 50, 55. Titles shortened by us. Microsoft's mapping is
 * its policy set "EU AI Act 2024 1689" (1308bccf-446a-4283-a4e0-0c983fe7a572).
 */
export const euAiAct = defineFramework({
  key: 'euAiAct',
  id: 'eu-ai-act',
  version: '2024/1689',
  url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
  microsoft: {
    '1b4d1c4e-934c-4703-944c-27c82c06bebb': '12.1 12.2 15.5 55.1d',
    '7926a6d1-b268-4586-8197-e8ae90c877d7': accuracyAndSystemicRisk,
    'a049bf77-880b-470f-ba6d-9f21c530cf83': accuracyAndSystemicRisk,
    'd6759c02-b87f-42b7-892e-71b3f471d782': accuracyAndSystemicRisk,
    'ee7495e7-3ba7-40b6-bfee-c29e22cc75d4': accuracyAndSystemicRisk,
    'ee980b6d-0eca-4501-8d54-f6290fd512c3': accuracyAndSystemicRisk,
  },
  controls: [
    ['9', 'Risk management system', 'process'],
    ['10', 'Data and data governance'],
    ['11', 'Technical documentation', 'process'],
    ['12', 'Record-keeping'],
    ['12.1', 'Automatic recording of events'],
    ['12.2', 'Logs that let risks and operation be traced'],
    ['13', 'Transparency to deployers', 'process'],
    ['14', 'Human oversight', 'process'],
    ['15', 'Accuracy, robustness and cybersecurity'],
    ['15.1', 'Appropriate level, kept over the lifecycle'],
    ['15.5', 'Resilience against manipulation by third parties'],
    ['19.1', 'Logs kept by providers'],
    ['26', 'Obligations of deployers'],
    ['26.6', 'Logs kept by deployers'],
    ['49', 'Registration'],
    ['50', 'Transparency of certain AI systems'],
    ['55', 'General-purpose models with systemic risk', 'process'],
    ['55.1d', 'Cybersecurity of the model and its infrastructure'],
  ],
});
