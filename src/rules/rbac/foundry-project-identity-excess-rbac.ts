import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { bearersOf, roleFinder } from '../../model/access';
import type { RoleAssignment, RoleDefinition } from '../../model/governance';
import { membersDoubt } from './roleBearers';

/** Types of stores that agents use by role. */
const stores = [
  'microsoft.search/searchservices',
  'microsoft.storage/storageaccounts',
  'microsoft.documentdb/databaseaccounts',
];
const typeIn = (scope: string): string | undefined =>
  /\/resourcegroups\/[^/]+\/providers\/([^/]+\/[^/]+)\//i.exec(scope)?.[1]?.toLowerCase();

/** Any right that may change something; one to read, or a named action, is not. */
const writes = ({ permissions }: RoleDefinition): boolean =>
  permissions.some(({ actions, dataActions }) =>
    [...actions, ...dataActions].some((pattern) => /(\*|\/write|\/delete)$/i.test(pattern)),
  );

/** Where the assignment reaches too far: the type of a resource, or `resource group or above`; '' = its own; undefined = cannot tell. */
function excess(
  { scope }: RoleAssignment,
  account: string,
  definition: RoleDefinition | undefined,
): string | undefined {
  const type = typeIn(scope);
  if (type) return stores.includes(type) || scope === account || scope.startsWith(`${account}/`) ? '' : type;
  if (!definition) return undefined;
  return writes(definition) ? 'resource group or above' : '';
}

export default defineRule({
  id: 'foundry-project-identity-excess-rbac',
  subject: 'project',
  needs: ['roleAssignment', 'roleDefinition', 'principal'],
  title: 'Identity of the Foundry project reaches beyond its own stores',
  severity: 'high',
  why: 'An agent acts with this identity: a prompt that turns the agent turns every role of it, on things the project has no business with.',
  fix: {
    text: 'Remove the role, or give it on the account, search, storage or Cosmos account that the project uses.',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/concepts/rbac-azure-ai-foundry',
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
  ],
  controls: {
    mcsb: ['AI-4', 'PA-7'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0053', 'AML.T0012'],
  },
  check: (project, view) => {
    const ids = [project.identity.principalId, ...project.identity.userAssignedPrincipalIds].filter(Boolean);
    if (ids.length === 0) return notApplicable('identity.principalId is empty');
    const account = project.id.slice(0, project.id.lastIndexOf('/projects/'));
    const roleOf = roleFinder(view.all('roleDefinition'));
    const principal = (id: string) => view.byId('principal', id);
    const beyond = view.all('roleAssignment').flatMap((assignment) => {
      const where = excess(assignment, account, roleOf(assignment));
      const bearers = where === '' ? [] : bearersOf(assignment, { principal });
      const concerned = bearers.filter(({ principalId, membersUnread }) => membersUnread || ids.includes(principalId));
      return concerned.map((bearer) => ({ ...bearer, where, sure: !bearer.membersUnread && !assignment.hasCondition }));
    });
    const places = [...new Set(beyond.flatMap(({ where, sure }) => (where && sure ? [where] : [])))].sort();
    if (places.length > 0) return fail(`roleAssignments of identity.principalId at ${places.join(', ')}`);
    const unseen = beyond.find(({ membersUnread }) => membersUnread);
    if (unseen) return membersDoubt(project, unseen, view);
    return beyond.length > 0
      ? view.doubt(project, 'roleAssignments', 'a role or condition behind them was not read')
      : pass;
  },
});
