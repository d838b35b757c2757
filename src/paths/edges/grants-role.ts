import { closes, defineEdge, seen, type Move } from '../defineEdge';
import type { GivenPower } from '../powers';
import type { Grant } from '../rights';
import { actsAs, canOn, has, owns } from '../states';
import type { Tenant } from '../tenant';
import { scopeName, who } from '../words';
import { givenBy } from '../powers';

type Reads = 'roleAssignment' | 'roleDefinition' | 'denyAssignment' | 'principal' | 'subscription' | 'managementGroup';

/** Whoever may give any role gives itself Owner. */
const unrestricted = (scope: string, tenant: Tenant<Reads>): Move => ({
  from: [canOn('access.grant', scope)],
  to: owns(scope),
  closedBy: [],
  tell: () => ({
    says: `Gives itself every role on ${scopeName(tenant, scope)}.`,
    evidence: [seen({ id: scope }, 'ability', 'Microsoft.Authorization/roleAssignments/write')],
  }),
});

/** A condition that names roles lets give those and no others. */
function restricted(grant: Grant, { grantable }: GivenPower, tenant: Tenant<Reads>): readonly Move[] {
  const roles = tenant.all('roleDefinition').filter(({ guid }) => grantable?.includes(guid.toLowerCase()));
  return roles.flatMap((role) =>
    givenBy(role, tenant.rights.powers).map(({ power, conditional }): Move => ({
      from: [actsAs(grant.principalId)],
      to: has(power, grant.scope),
      certainty: conditional ? 'possible' : 'certain',
      closedBy: [closes('remove-assignment', grant.id)],
      tell: () => ({
        says: `${who(tenant, grant.principalId)} may give ${role.roleName} on ${scopeName(tenant, grant.scope)}.`,
        evidence: [seen(grant, 'condition', role.guid), seen(grant, 'roleDefinition', grant.role.roleName)],
        doubt: conditional ? 'a condition was not evaluated' : '',
      }),
    })),
  );
}

const granting = ({ power }: GivenPower): boolean => power.ability === 'access.grant';

export default defineEdge({
  kind: 'grants-role',
  reads: ['roleAssignment', 'roleDefinition', 'denyAssignment', 'principal', 'subscription', 'managementGroup'],
  atlas: ['AT:T1098.003'],
  cost: 223,
  fix: 'Delegate with a condition that names the roles that may be given.',
  draw: (tenant) => [
    ...tenant.rights.powers
      .filter(({ ability }) => ability === 'access.grant')
      .flatMap((power) => tenant.rights.scopesOf(power).map((scope) => unrestricted(scope, tenant))),
    ...tenant.rights.grants.flatMap((grant) =>
      grant.powers
        .filter((given) => granting(given) && given.conditional && given.grantable !== null)
        .flatMap((given) => restricted(grant, given, tenant)),
    ),
  ],
});
