import { fail, notApplicable, pass } from '../../model/rule';
import type { TrainingFile } from '../../model/trainingData';
import { defineRule } from '../defineRule';

const leastRows = 10;

/** A fault and how often it was seen; lines where they help. */
const faultsOf = (file: TrainingFile): readonly string[] =>
  [
    { count: file.badRows, what: 'lines are no rows', lines: file.badLines },
    { count: file.rows < leastRows ? file.rows : 0, what: `rows where ${leastRows} are needed`, lines: [] },
    { count: file.conflicting, what: 'rows answer a near copy differently', lines: file.conflictingLines },
    { count: file.rareSystemLines.length, what: 'rows with a rare system prompt', lines: file.rareSystemLines },
    { count: file.sightings['secret'] ?? 0, what: 'rows hold a secret', lines: [] },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, what, lines }) => `${count} ${what}${lines.length > 0 ? ` (${lines.join(', ')})` : ''}`);

export default defineRule({
  id: 'trainingfile-well-formed',
  subject: 'trainingFile',
  title: 'Training file has rows that are none, contradict each other, or hold secrets',
  severity: 'medium',
  why: 'Near copies with different answers are mistakes or a quiet attempt to turn an answer, a rare system prompt is a second task that nobody ordered, and a model that has learnt a secret tells it.',
  fix: {
    text: 'Mend or take out the lines named, replace what is personal or secret, and rotate the secrets.',
    cli: 'sed -n LINEp FILE',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/fine-tuning'],
  controls: {
    mcsb: ['AM-3'],
    owaspLlm2025: ['LLM04', 'LLM02'],
    owaspLlm2026: ['LLM05', 'LLM02'],
    atlas: ['AML.T0020'],
  },
  check: (file, view) => {
    if (!file.isRead) return view.doubt(file, 'content', 'the file is too large to be read');
    if (file.rows + file.badRows === 0) return notApplicable('the file is empty');
    const faults = faultsOf(file);
    return faults.length > 0 ? fail(faults.join('; ')) : pass;
  },
});
