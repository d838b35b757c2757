import rule from '../../../src/rules/raipolicy/raipolicy-annotate-only';
import { testRule } from '../../kit/testRule';
import { guardrail } from '../deployment/guardrails';

const changed = (...args: Parameters<typeof guardrail>) => ({ subject: guardrail(...args) });

testRule(rule, {
  pass: [
    { name: 'everything blocks' },
    { name: 'a filter that is off annotates nothing', ...changed('jailbreak', { effect: 'off' }) },
    { name: 'a person decides', ...changed('jailbreak', { effect: 'person' }) },
    { name: 'protected material may be annotated', ...changed('protectedmaterialcode', { effect: 'annotate' }) },
  ],
  fail: [
    { name: 'a shield annotates', ...changed('jailbreak', { effect: 'annotate' }), says: 'Jailbreak/prompt' },
    { name: 'the document shield annotates', ...changed('indirectattack', { effect: 'annotate' }) },
    {
      name: 'a harm filter annotates',
      ...changed('selfharm', { effect: 'annotate' }, { source: 'completion' }),
      says: 'selfharm/completion',
    },
  ],
  notApplicable: [
    { name: 'a built-in guardrail', ...changed('jailbreak', { effect: 'annotate' }, { type: 'SystemManaged' }) },
  ],
});
