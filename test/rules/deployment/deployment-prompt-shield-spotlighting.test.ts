import rule from '../../../src/rules/deployment/deployment-prompt-shield-spotlighting';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { builtIn, embeddings, images } from './guardrails';

const spotlight = (effect: 'block' | 'annotate' | 'off') => ({
  around: [
    safe('guardrail', {
      contentFilters: [
        {
          filter: 'indirectattackspotlighting',
          source: 'prompt',
          name: 'Indirect Attack Spotlighting',
          level: '',
          effect,
        },
      ],
    }),
  ],
});

testRule(rule, {
  pass: [
    { name: 'on', ...spotlight('block') },
    { name: 'on without blocking', ...spotlight('annotate') },
  ],
  fail: [
    { name: 'off', ...spotlight('off'), says: 'enabled false' },
    {
      name: 'not stated, and not in the base',
      around: [safe('guardrail'), builtIn('Microsoft.DefaultV2')],
      says: 'is not there',
    },
  ],
  notApplicable: [
    { name: 'an embedding model', subject: { model: embeddings } },
    { name: 'a model that makes images', subject: { model: images } },
  ],
  unknown: [{ name: 'not stated, the base is not listed', around: [safe('guardrail')] }],
});
