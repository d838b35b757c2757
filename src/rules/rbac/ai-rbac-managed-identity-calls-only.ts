import { abilities, type AbilityName } from '../../model/abilities';
import { fail, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { bearersOfAbilities, distinctOf, type AbilityBearer } from './abilityBearers';
import { membersDoubt, principalsDoubt } from './roleBearers';

/** What an application that uses a model never has to do. */
const beyond: readonly AbilityName[] = [
  'model.keys',
  'model.rotate',
  'model.configure',
  'model.deploy',
  'model.guardrail',
  'connection.secrets',
  'access.grant',
];

const isIdentity = ({ principal }: AbilityBearer): boolean => principal?.principalType === 'ManagedIdentity';

export default defineRule({
  id: 'ai-rbac-managed-identity-calls-only',
  subject: 'aiAccount',
  needs: ['roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Managed identities can do more with the AI account than call it',
  severity: 'medium',
  why: 'Whoever gets into the app, the machine or the agent behind the identity takes keys, swaps the model or opens the guardrail.',
  fix: {
    text: 'Give the identity Cognitive Services OpenAI User on the account, and take the wider role away.',
    cli: 'az role assignment create --assignee PRINCIPAL_ID --role "Cognitive Services OpenAI User" --scope ACCOUNT_ID',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/role-based-access-control',
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
  ],
  controls: {
    mcsb: ['PA-7'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0012'],
  },
  check: (account, view) => {
    const bearers = bearersOfAbilities(account, beyond, view);
    const identities = bearers.filter(isIdentity);
    const certain = identities.filter(({ answer }) => answer === 'yes');
    const can = beyond
      .filter((name) => certain.some(({ ability }) => ability === name))
      .map((name) => abilities[name].does);
    if (can.length > 0) return fail(`roleAssignments let ${distinctOf(certain)} managed identities ${can.join(', ')}`);
    const unseen = bearers.find(({ flags }) => flags.includes('membersUnread'));
    if (unseen) return membersDoubt(account, unseen, view);
    if (bearers.some(({ principal }) => !principal || principal.known === 'unread'))
      return principalsDoubt(account, view);
    return identities.length > 0
      ? view.doubt(account, 'roleAssignments', 'a condition or role behind an identity was not read')
      : pass;
  },
});
