import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type Verdict, type View } from '../../model/rule';
import { holders, undefinedAssignments, type AccessFacts, type Holder } from '../../model/access';
import type { AiAccount } from '../../model/ai';
import { chainDoubt, isForeignGroup, membersDoubt, principalsDoubt, roleFacts } from './roleBearers';

type Seen = View<'roleAssignment' | 'roleDefinition' | 'principal' | 'subscription'>;
const operation = 'Microsoft.CognitiveServices/accounts/listKeys/action';

const distinct = (some: readonly Holder[]): number => new Set(some.map(({ principalId }) => principalId)).size;
const foreignGroups = (facts: AccessFacts): ReadonlySet<string> =>
  new Set(facts.assignments.filter(isForeignGroup).map(({ principalId }) => principalId));

/** What is wrong with these holders, if anything. */
function fault(some: readonly Holder[], facts: AccessFacts, most: number): string {
  const foreign = foreignGroups(facts);
  const outside = some.filter(({ principalId: id }) => foreign.has(id) || facts.principal(id)?.isGuest);
  if (outside.length > 0) return `${distinct(outside)} guest or foreign principals may listKeys`;
  return distinct(some) > most ? `${distinct(some)} principals may listKeys, maxKeyHolders is ${most}` : '';
}

/** What was not read and could turn the verdict. */
function doubts(account: AiAccount, view: Seen, facts: AccessFacts, all: readonly Holder[]): Verdict {
  const doubt = (detail: string): Verdict => view.doubt(account, 'roleAssignments', detail);
  if (fault(all, facts, view.policy.maxKeyHolders))
    return doubt(all.some(({ chainUnread }) => chainUnread) ? chainDoubt : 'conditions decide who may listKeys');
  const unseen = all.find(({ membersUnread }) => membersUnread);
  if (unseen) return membersDoubt(account, unseen, view);
  if (undefinedAssignments(account.id, facts).length > 0) return doubt('a role behind them was not read');
  const people = all.map(({ principalId }) => facts.principal(principalId));
  return people.every((one) => one?.known === 'known' && view.stated(one, 'isGuest'))
    ? pass
    : principalsDoubt(account, view);
}

export default defineRule({
  id: 'aiservices-listkeys-overprivileged',
  subject: 'aiAccount',
  needs: ['roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Too many can read the keys of the AI account',
  severity: 'high',
  why: 'Keys are on, and roles that look harmless list them. Whoever lists a key keeps model access after the role is gone.',
  fix: {
    text: 'Turn key access off, or take roles with listKeys from those who only call models: Cognitive Services OpenAI User has it not.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-services/disable-local-auth',
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
  ],
  controls: {
    mcsb: ['PA-7'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: (account, view) => {
    if (account.localAuthDisabled) return notApplicable('disableLocalAuth is true: keys do not work');
    const facts = { ...roleFacts(account, view), definitions: view.all('roleDefinition') };
    const all = holders({ resourceId: account.id, operation, plane: 'control' }, facts);
    const certain = all.filter(({ conditional, chainUnread }) => !conditional && !chainUnread);
    const found = fault(certain, facts, view.policy.maxKeyHolders);
    return found ? fail(found) : doubts(account, view, facts, all);
  },
});
