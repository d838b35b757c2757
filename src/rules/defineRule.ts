import type { Kind } from '../model/resource';
import type { Rule } from '../model/rule';

/**
 * Declares one rule. `subject` is the kind it judges, `needs` the further kinds its check may look at: touching an undeclared one
 * does not compile. The id is the file's name and names the good state; it is never reused.
 */
export function defineRule<K extends Kind, N extends Kind = never>(
  rule: Omit<Rule<K, N>, 'needs'> & { readonly needs?: readonly N[] },
): Rule<K, N> {
  return { ...rule, needs: rule.needs ?? [] };
}
