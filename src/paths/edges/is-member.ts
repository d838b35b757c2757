import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { actsAs, anyMember } from '../states';
import { who } from '../words';
import type { Tenant } from '../tenant';

type Group = KindMap['principal'];

/** Any of them: how many there are is the evidence. */
const anyOf = (group: Group, members: readonly string[]): Move => ({
  from: [anyMember(group.id)],
  to: actsAs(group.id),
  closedBy: [],
  tell: () => ({
    says: `Any of ${members.length} members acts as "${group.displayName}".`,
    evidence: [seen(group, 'transitiveMembers', members.length)],
  }),
});

const oneOf = (group: Group, member: string, tenant: Tenant<'principal'>): Move => ({
  from: [actsAs(member)],
  to: actsAs(group.id),
  closedBy: [closes('remove-member', `${group.id}/members/${member}`)],
  tell: () => ({
    says: `${who(tenant, member)} is a member of "${group.displayName}".`,
    evidence: [seen(group, 'transitiveMembers', member)],
  }),
});

/** Ordinary members are taken together; guests, applications and identities one by one, for each is an entry of its own. */
const standsAlone = (tenant: Tenant<'principal'>, id: string): boolean => {
  const member = tenant.byId('principal', id);
  return member === undefined || member.isGuest || member.principalType !== 'User' || tenant.asked === id;
};

export default defineEdge({
  kind: 'is-member',
  reads: ['principal'],
  atlas: ['AML.T0012'],
  cost: 20,
  fix: 'Take out of the group who does not need it.',
  draw: (tenant) =>
    tenant
      .all('principal')
      .filter(({ principalType, memberIds }) => principalType === 'Group' && memberIds !== null)
      .flatMap((group) => {
        const members = [...(group.memberIds ?? [])].sort();
        const alone = members.filter((id) => id !== group.id && standsAlone(tenant, id));
        return [anyOf(group, members), ...alone.map((id) => oneOf(group, id, tenant))];
      }),
});
