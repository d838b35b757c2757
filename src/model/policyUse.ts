import { defaultPolicy, type Policy } from './policy';
import type { Rule } from './rule';

const keys = (Object.keys(defaultPolicy) as (keyof Policy)[]).filter(
  (key) =>
    ![
      'rules',
      'severityOverrides',
      'ruleSwitches',
      'ignoredProperties',
      'approvedPrincipals',
      'approvedStates',
      'approvedChanges',
    ].includes(key),
);

/** Keys of the policy file that the rule's check reads, told from the check's own text; keys with a default among them. */
export const policyKeysOf = ({ check }: Pick<Rule, 'check'>): readonly (keyof Policy)[] => {
  const text = check.toString();
  return keys.filter((key) => new RegExp(`\\b${key}\\b`).test(text));
};

const isGiven = (value: unknown): boolean => value !== '' && !(Array.isArray(value) && value.length === 0);

/** In words: which keys a rule waits for, and which have a default; '' for a rule that needs neither. */
export function policyWords(rule: Pick<Rule, 'check'>): string {
  const used = policyKeysOf(rule);
  const waits = used.filter((key) => !isGiven(defaultPolicy[key]));
  const set = used.filter((key) => isGiven(defaultPolicy[key]));
  return [
    ...(waits.length > 0 ? [`Not applicable until the policy file gives ${waits.join(' or ')}.`] : []),
    ...set.map((key) => `${key} in the policy file, ${JSON.stringify(defaultPolicy[key])} by default.`),
  ].join(' ');
}
