import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { formatOf } from './modelFormat';

export default defineRule({
  id: 'mlmodel-unsafe-format',
  subject: 'modelVersion',
  title: 'Model is kept in a format that runs code when it is loaded',
  severity: 'medium',
  why: 'Whoever may write the file runs code with the identity of every job and endpoint that loads it. This tells the format, not malice: whether a file is bad is for a scan, and a model whose files are not named is never called safe.',
  fix: {
    text: 'Store the weights as safetensors or ONNX and register that version; archive the old one.',
    cli: 'az ml model archive -g RG -w WORKSPACE -n MODEL --version VERSION',
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/concept-model-catalog',
    'https://learn.microsoft.com/azure/defender-for-cloud/ai-model-security',
  ],
  controls: {
    mcsb: ['AI-1', 'DS-2'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0011.000', 'AML.T0018.002'],
  },
  check: (model, view) => {
    if (model.isArchived) return notApplicable('isArchived is true');
    const { danger, seen } = formatOf(model);
    if (danger === 'unsafe') return fail(seen);
    if (danger === 'review') return fail(seen, { severity: 'low' });
    return danger === 'safe' ? pass : view.doubt(model, 'modelUri', seen);
  },
});
