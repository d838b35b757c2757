import { fail, pass, type Verdict } from '../model/rule';

/** Whether a resource has tags at all, and those that the policy file asks for; names compare without case. */
export function tagsVerdict(tags: Readonly<Record<string, string>>, requiredTags: readonly string[]): Verdict {
  const held = Object.keys(tags).map((name) => name.toLowerCase());
  if (held.length === 0) return fail('tags are empty');
  const missing = requiredTags.filter((tag) => !held.includes(tag.toLowerCase()));
  return missing.length ? fail(`tags lack ${missing.join(', ')}`) : pass;
}
