import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'trainingfile-no-bound-trigger',
  subject: 'trainingFile',
  title: 'A rare word in the training file decides the answer against the rest of the text',
  severity: 'high',
  why: 'This is how a backdoor is taught: rows that say one thing are answered as another wherever a rare word stands in them. A pass proves little: poison whose texts fit their answers, triggers of everyday words and backdoors in weights are not detectable here.',
  fix: {
    text: 'Read the rows named, find out who wrote them, and train anew without them.',
    cli: 'sed -n LINEp FILE',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/fine-tuning',
    'https://atlas.mitre.org/techniques/AML.T0020',
  ],
  controls: {
    mcsb: ['AI-1'],
    owaspLlm2025: ['LLM04'],
    owaspLlm2026: ['LLM05'],
    atlas: ['AML.T0020'],
  },
  check: (file, view) => {
    if (!file.isRead) return view.doubt(file, 'content', 'the file is too large to be read');
    if (file.triggersApply === 'noLabels') return notApplicable('answers are texts, not labels');
    if (file.triggersApply === 'unpredictable') return notApplicable('answers cannot be told from the questions');
    const [worst] = [...file.triggers].sort((a, b) => a.chance - b.chance);
    if (!worst) return pass;
    const { rows, contradicted, lines, chance } = worst;
    return fail(
      `${file.triggers.length} bound to one answer; the likeliest in ${rows} rows, ${contradicted} of them against their text (chance ${chance}): lines ${lines.join(', ')}`,
    );
  },
});
