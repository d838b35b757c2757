import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { chainDoubt, grantsOn, type Grant, type RoleView } from './roleBearers';

/** Roles that change models, guardrails, network or roles, by GUID: names of roles change. */
const privileged: Readonly<Record<string, string>> = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': 'Owner',
  'b24988ac-6180-42a0-ab88-20f7382dd24c': 'Contributor',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': 'User Access Administrator',
  'b78c5d69-af96-48a3-bf8d-a8b4d589de94': 'Azure AI Administrator',
  'a001fd3d-188f-4b5d-821b-7da978bf7442': 'Cognitive Services OpenAI Contributor',
};
const roleOf = ({ assignment: { roleDefinitionId } }: Grant): string | undefined =>
  privileged[roleDefinitionId.slice(roleDefinitionId.lastIndexOf('/') + 1).toLowerCase()];
const isWide = ({ assignment }: Grant): boolean => !/^\/subscriptions\/[^/]+\/./i.test(assignment.scope);
const certain = ({ chainUnread }: Grant): boolean => !chainUnread;
const count = (grants: readonly Grant[]): number =>
  new Set(grants.map(({ assignment }) => assignment.principalId)).size;

function typeOf({ assignment }: Grant, view: RoleView): string {
  const principal = view.byId('principal', assignment.principalId);
  return (
    principal?.known === 'unread' || !principal ? assignment.principalType : principal.principalType
  ).toLowerCase();
}
const isGone = ({ assignment }: Grant, view: RoleView): boolean =>
  view.byId('principal', assignment.principalId)?.known === 'deleted';

export default defineRule({
  id: 'ai-rbac-privileged-standing',
  subject: 'aiAccount',
  needs: ['roleAssignment', 'principal', 'subscription'],
  title: 'People hold standing privileges over the AI account',
  severity: 'high',
  why: 'Whoever takes over such a person changes models, guardrails and network at once. Roles that are eligible and activated for hours leave less to take.',
  fix: {
    text: 'Give the role to a group, make it eligible in Privileged Identity Management, and narrow its scope.',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
  },
  references: [
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
    'https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-configure',
  ],
  controls: {
    mcsb: ['PA-1', 'PA-7'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0012', 'AML.T0081'],
  },
  check: (account, view) => {
    const { maxPrivilegedPrincipals: most } = view.policy;
    const grants = grantsOn(account, view).filter((grant) => roleOf(grant) && !isGone(grant, view));
    const users = grants.filter((grant) => typeOf(grant, view) === 'user');
    const roles = [...new Set(users.filter(certain).map(roleOf))].sort().join(', ');
    if (roles) return fail(`roleAssignments give ${count(users.filter(certain))} users ${roles}`);
    const wide = grants.filter(isWide);
    if (count(wide.filter(certain)) > most)
      return fail(
        `${count(wide.filter(certain))} principals are privileged at subscription or above, maxPrivilegedPrincipals is ${most}`,
      );
    if (users.length > 0 || count(wide) > most) return view.doubt(account, 'roleAssignments', chainDoubt);
    return grants.some((grant) => typeOf(grant, view) === '')
      ? view.doubt(account, 'roleAssignments', 'principalType is not stated')
      : pass;
  },
});
