import type { Kind } from '../../src/model/resource';

/** Stands where a person still has to write. No rule and no test of a rule may hold it: a test sees to that. */
export const unwritten = 'TO BE WRITTEN';

/** A rule that compiles and judges nothing, so that neither case of its test holds until someone writes the check. */
export const renderRule = (id: string, subject: Kind): string => `import { defineRule } from '../defineRule';
import { notApplicable } from '../../model/rule';

export default defineRule({
  id: '${id}',
  subject: '${subject}',
  title: '${unwritten}: the fault, as a reader meets it',
  severity: 'medium',
  why: '${unwritten}: what an attacker or an accident gains from it, in one sentence.',
  fix: { text: '${unwritten}: what to change in Azure.' },
  references: [],
  controls: {},
  check: () => notApplicable('${unwritten}: pass, or fail(the Azure property and the value seen)'),
});
`;

/** Its test: one case that must pass and one that must fail. */
export const renderRuleTest = (
  id: string,
  folder: string,
): string => `import rule from '../../../src/rules/${folder}/${id}';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: '${unwritten}: the good state' }],
  fail: [{ name: '${unwritten}: the fault', subject: {}, says: '${unwritten}: the property and its value' }],
});
`;
