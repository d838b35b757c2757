import { defineFramework } from './framework';

/**
 * NIST AI RMF 1.0 (NIST AI 100-1): the subcategories that rules name and their neighbours, titles in our own words. Microsoft's mapping is
 * its policy set "NIST AI RMF v1.0", whose numbers 3.2.4, 4.2.3, 4.3.2 and 4.4.1 are MEASURE 2.4, MANAGE 2.3, 3.2 and 4.1.
 */
export const nistAiRmf = defineFramework({
  key: 'nistAiRmf',
  id: 'nist-ai-rmf',
  version: '1.0',
  url: 'https://www.nist.gov/itl/ai-risk-management-framework',
  microsoft: { '1b4d1c4e-934c-4703-944c-27c82c06bebb': 'MEASURE-2.4 MANAGE-2.3 MANAGE-3.2 MANAGE-4.1' },
  controls: [
    ['GOVERN-1.1', 'Legal and regulatory requirements known', 'process'],
    ['GOVERN-1.2', 'Trustworthiness part of policies', 'process'],
    ['GOVERN-1.3', 'Level of risk management set by risk tolerance', 'process'],
    ['GOVERN-1.4', 'Risk management transparent', 'process'],
    ['GOVERN-1.5', 'Monitoring and review planned', 'process'],
    ['GOVERN-1.6', 'Inventory of AI systems'],
    ['GOVERN-1.7', 'Safe decommissioning', 'process'],
    ['GOVERN-6.1', 'Third-party risk policies'],
    ['GOVERN-6.2', 'Contingency for third-party failures', 'process'],
    ['MAP-4.1', 'Risks of third-party components mapped', 'process'],
    ['MAP-4.2', 'Controls on components documented', 'process'],
    ['MEASURE-2.1', 'Test sets and metrics documented', 'process'],
    ['MEASURE-2.2', 'Evaluations with human subjects', 'process'],
    ['MEASURE-2.3', 'Performance measured', 'process'],
    ['MEASURE-2.4', 'Behaviour monitored in production'],
    ['MEASURE-2.5', 'Validity and reliability shown', 'process'],
    ['MEASURE-2.6', 'Safety evaluated', 'process'],
    ['MEASURE-2.7', 'Security and resilience evaluated'],
    ['MEASURE-2.8', 'Transparency and accountability examined', 'process'],
    ['MEASURE-2.9', 'Model explained and documented', 'process'],
    ['MEASURE-2.10', 'Privacy risk examined', 'process'],
    ['MEASURE-2.11', 'Fairness and bias evaluated', 'process'],
    ['MEASURE-2.12', 'Environmental impact assessed', 'process'],
    ['MEASURE-2.13', 'Effectiveness of measurement evaluated', 'process'],
    ['MANAGE-2.1', 'Resources and alternatives considered', 'process'],
    ['MANAGE-2.2', 'Value of deployed systems sustained', 'process'],
    ['MANAGE-2.3', 'Response to unknown risks'],
    ['MANAGE-2.4', 'Means to disengage a system', 'process'],
    ['MANAGE-3.1', 'Third-party risks monitored', 'process'],
    ['MANAGE-3.2', 'Pre-trained models monitored'],
    ['MANAGE-4.1', 'Post-deployment monitoring'],
    ['MANAGE-4.2', 'Continual improvement', 'process'],
    ['MANAGE-4.3', 'Incidents communicated', 'process'],
  ],
});
