import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'acr-anonymous-pull-disabled',
  subject: 'containerRegistry',
  title: 'Registry of the AI stack lets anyone pull',
  severity: 'high',
  why: 'Images of models and inference code, with whatever secrets were baked in, can be taken without signing in.',
  fix: {
    text: 'Turn anonymous pull off.',
    cli: 'az acr update -n NAME --anonymous-pull-enabled false',
    bicep: 'properties: { anonymousPullEnabled: false }',
  },
  references: ['https://learn.microsoft.com/azure/container-registry/anonymous-pull-access'],
  controls: { mcsb: ['IM-1'], owaspLlm2025: ['LLM03'], owaspLlm2026: ['LLM04'], atlas: ['AML.T0035'] },
  defender: { assessments: [], policies: ['9f2dea28-e834-476c-99c5-3507b4728395'], offByDefault: true },
  check: (registry) => (registry.anonymousPullEnabled ? fail('anonymousPullEnabled is true') : pass),
});
