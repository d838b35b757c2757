import { closes, defineEdge, seen } from '../defineEdge';
import { actsAs } from '../states';
import { who } from '../words';

/** An owner puts himself into the group, whether or not roles may be given to it. */
export default defineEdge({
  kind: 'owns-group',
  reads: ['principal'],
  atlas: ['AT:T1098.003'],
  cost: 223,
  fix: 'Leave groups that hold roles to owners who may hold the roles themselves.',
  draw: (tenant) =>
    tenant
      .all('principal')
      .filter(({ principalType }) => principalType === 'Group')
      .flatMap((group) =>
        group.ownerIds.map((owner) => ({
          from: [actsAs(owner)],
          to: actsAs(group.id),
          closedBy: [closes('remove-owner', `${group.id}/owners/${owner}`)],
          tell: () => ({
            says: `${who(tenant, owner)} owns the group "${group.displayName}" and adds whom it likes.`,
            evidence: [seen(group, 'owners', owner)],
          }),
        })),
      ),
});
