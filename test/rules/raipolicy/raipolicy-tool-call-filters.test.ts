import rule from '../../../src/rules/raipolicy/raipolicy-tool-call-filters';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { ContentFilter } from '../../../src/model/ai';

const { contentFilters } = safe('guardrail');
const filter = (source: string, effect: ContentFilter['effect']): ContentFilter => ({
  filter: 'indirectattack',
  source,
  name: 'Indirect Attack',
  level: '',
  effect,
});
const withFilter = (source: string, effect: ContentFilter['effect'] = 'block') => ({
  subject: { contentFilters: [...contentFilters, filter(source, effect)] },
  around: [safe('project')],
});
const gap = {
  kind: 'project',
  scope: safe('aiAccount').id,
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'answers of tools', ...withFilter('posttoolcall'), gaps: [gap] },
    { name: 'annotating is looking', ...withFilter('prerun', 'annotate') },
  ],
  fail: [
    { name: 'prompts and completions only', around: [safe('project')], says: 'no source PreToolCall' },
    { name: 'switched off', ...withFilter('pretoolcall', 'off') },
    { name: 'a source nobody knows', ...withFilter('midtool') },
  ],
  notApplicable: [
    { name: 'no project', says: 'no project' },
    { name: 'a built-in guardrail', subject: { type: 'SystemManaged' }, around: [safe('project')], says: 'built-in' },
  ],
  unknown: [{ name: 'projects were not read', gaps: [gap], says: 'x/read' }],
});
