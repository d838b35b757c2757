import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type Verdict, type View } from '../../model/rule';
import type { Blocklist, Guardrail } from '../../model/ai';

type Attached = Guardrail['customBlocklists'][number];
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What is wrong with one attached blocklist; '' when nothing is, undefined when its items were not counted. */
function faultOf({ name, blocking }: Attached, lists: readonly Blocklist[]): string | undefined {
  const list = lists.find((one) => same(one.name, name));
  if (!list) return `blocklist ${name} does not exist`;
  if (!blocking) return `blocklist ${name} has blocking false`;
  if (list.itemCount === null) return undefined;
  return list.itemCount === 0 ? `blocklist ${name} has 0 items` : '';
}

function judge(policy: Guardrail, view: View<'blocklist' | 'deployment'>): Verdict {
  const account = { id: policy.id.replace(/\/raipolicies\/[^/]+$/, '') };
  const lists = policy.customBlocklists.length ? view.children(account, 'blocklist') : [];
  const faults = policy.customBlocklists.map((attached) => faultOf(attached, lists));
  const bad = faults.filter(Boolean);
  if (bad.length) return fail(`customBlocklists: ${bad.join('; ')}`);
  if (!view.children(account, 'deployment').some((one) => same(one.raiPolicyName, policy.name)))
    return fail('raiPolicyName of no deployment names it');
  return faults.includes(undefined) ? view.doubt(policy, 'customBlocklists', 'items were not counted') : pass;
}

export default defineRule({
  id: 'raipolicy-unused-or-orphan-blocklist',
  subject: 'guardrail',
  needs: ['blocklist', 'deployment'],
  title: 'Guardrail or its blocklist protects nothing',
  severity: 'low',
  why: 'A blocklist that is gone, empty or silent, or a guardrail that no deployment uses, is protection in name only.',
  fix: {
    text: 'Attach the guardrail to a deployment or delete it; fill the blocklist and let it block.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiBlocklists?api-version=2025-06-01"',
    bicep: "customBlocklists: [ { blocklistName: 'words', source: 'Prompt', blocking: true } ]",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/use-blocklists'],
  controls: { mcsb: ['AI-2'], owaspLlm2025: ['LLM01'], owaspLlm2026: ['LLM01'] },
  check: (policy, view) =>
    policy.type === 'UserManaged' ? judge(policy, view) : notApplicable('a built-in guardrail'),
});
