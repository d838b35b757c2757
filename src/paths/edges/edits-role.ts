import { closes, defineEdge, seen } from '../defineEdge';
import { actsAs, canOn, owns } from '../states';
import { scopeName, who } from '../words';

/** Azure asks for the right to write a role on every scope it may be assigned on. */
export default defineEdge({
  kind: 'edits-role',
  reads: ['roleAssignment', 'roleDefinition', 'principal', 'subscription', 'managementGroup'],
  atlas: ['AT:T1098.003'],
  cost: 223,
  certainty: 'likely',
  fix: 'Let custom roles be assignable on a management group whose roles few may write.',
  draw: (tenant) =>
    tenant.rights.grants
      .filter(({ role, owns: all, eligible }) => /^customrole$/i.test(role.roleType) && !all && !eligible)
      .map((grant) => ({
        from: [...grant.role.assignableScopes.map((scope) => canOn('role.edit', scope)), actsAs(grant.principalId)],
        to: owns(grant.scope),
        closedBy: [closes('remove-assignment', grant.id)],
        tell: () => ({
          says: `Writes every right into the custom role ${grant.role.roleName}, which ${who(tenant, grant.principalId)} holds on ${scopeName(tenant, grant.scope)}.`,
          evidence: [seen(grant.role, 'type', grant.role.roleType), seen(grant, 'roleDefinition', grant.role.guid)],
        }),
      })),
});
