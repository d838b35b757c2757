import rule from '../../../src/rules/deployment/deployment-filter-profanity-prompt';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { embeddings } from './guardrails';

const profanity = (effect: 'block' | 'annotate', source = 'prompt') => ({
  around: [
    safe('guardrail', {
      basePolicyName: '',
      contentFilters: [{ filter: 'profanity', source, name: 'Profanity', level: '', effect }],
    }),
  ],
});

testRule(rule, {
  pass: [{ name: 'blocks', ...profanity('block') }],
  fail: [
    { name: 'only annotates', ...profanity('annotate'), says: 'Profanity/Prompt has blocking false' },
    { name: 'at another source', ...profanity('block', 'posttoolcall') },
  ],
  notApplicable: [{ name: 'an embedding model', subject: { model: embeddings } }],
  unknown: [{ name: 'not stated, the base not listed', around: [safe('guardrail')] }],
});
