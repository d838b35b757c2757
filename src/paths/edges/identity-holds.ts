import { closes, defineEdge, seen, type Move } from '../defineEdge';
import type { GivenPower } from '../powers';
import type { Grant } from '../rights';
import { actsAs, has, owns } from '../states';
import type { Tenant } from '../tenant';
import { scopeName, who } from '../words';

type Reads = 'roleAssignment' | 'roleDefinition' | 'denyAssignment' | 'principal' | 'subscription' | 'managementGroup';

const evidenceOf = ({ id, role }: Grant) => [
  seen({ id }, 'roleDefinition', role.roleName),
  seen({ id }, 'role', role.guid),
];

function holds(grant: Grant, { power, conditional }: GivenPower, tenant: Tenant<Reads>): Move {
  return {
    from: [actsAs(grant.principalId)],
    to: has(power, grant.scope),
    certainty: conditional ? 'possible' : 'certain',
    closedBy: [closes('remove-assignment', grant.id)],
    tell: () => ({
      says: `${who(tenant, grant.principalId)} holds ${grant.role.roleName} on ${scopeName(tenant, grant.scope)}.`,
      evidence: evidenceOf(grant),
      doubt: conditional ? 'a condition or a deny assignment was not evaluated' : '',
    }),
  };
}

const owning = (grant: Grant, tenant: Tenant<Reads>): Move => ({
  from: [actsAs(grant.principalId)],
  to: owns(grant.scope),
  closedBy: [closes('remove-assignment', grant.id)],
  tell: () => ({
    says: `${who(tenant, grant.principalId)} holds ${grant.role.roleName} on ${scopeName(tenant, grant.scope)}: everything there, and every role.`,
    evidence: evidenceOf(grant),
  }),
});

export default defineEdge({
  kind: 'identity-holds',
  reads: ['roleAssignment', 'roleDefinition', 'denyAssignment', 'principal', 'subscription', 'managementGroup'],
  atlas: ['AML.T0012'],
  cost: 20,
  fix: 'Give a narrower role, or on a narrower scope.',
  *draw(tenant) {
    for (const grant of tenant.rights.grants) {
      if (grant.eligible) continue;
      if (grant.owns) yield owning(grant, tenant);
      else for (const given of grant.powers) yield holds(grant, given, tenant);
    }
  },
});
