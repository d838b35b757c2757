import { closes, defineEdge, type Move } from '../defineEdge';
import type { Power } from '../powers';
import type { Above } from '../rights';
import { actsAs, has } from '../states';
import type { Tenant } from '../tenant';
import { who } from '../words';

type Reads = 'roleAssignment' | 'denyAssignment' | 'subscription' | 'managementGroup' | 'principal' | 'resourceLock';

const comesDown = (id: string, power: Power, { scope, chainUnread }: Above): Move => ({
  from: [has(power, scope)],
  to: has(power, id),
  certainty: chainUnread ? 'possible' : 'certain',
  closedBy: [],
  tell: () => ({
    says: 'The role holds below its scope.',
    evidence: [],
    doubt: chainUnread ? 'management groups above the subscription were not read' : '',
  }),
});

/** Below a deny assignment only those keep a power whom it spares. */
const survives = (id: string, power: Power, tenant: Tenant<Reads>): readonly Move[] =>
  tenant.rights.survivors(id, power).map(({ grant, doubt }) => ({
    from: [actsAs(grant.principalId)],
    to: has(power, id),
    cost: 20,
    certainty: doubt || grant.eligible ? ('possible' as const) : ('certain' as const),
    closedBy: [closes('remove-assignment', grant.id)],
    tell: () => ({
      says: `${who(tenant, grant.principalId)} holds ${grant.role.roleName}, and no deny assignment meets it.`,
      evidence: [],
      doubt: doubt ? 'a deny assignment may meet it' : '',
    }),
  }));

const inherits = (id: string, power: Power, tenant: Tenant<Reads>): readonly Move[] => {
  const above = tenant.rights.above(id, power);
  return above.some(({ cut }) => cut) ? survives(id, power, tenant) : above.map((one) => comesDown(id, power, one));
};

const unlessGranted = (id: string, power: Power, tenant: Tenant<Reads>): readonly Move[] =>
  tenant.rights.isGrantedOn(id, power) ? [] : inherits(id, power, tenant);

export default defineEdge({
  kind: 'right-inherits',
  reads: ['roleAssignment', 'denyAssignment', 'subscription', 'managementGroup', 'principal', 'resourceLock'],
  atlas: [],
  cost: 0,
  untold: true,
  fix: 'Give the role on a narrower scope.',
  *draw(tenant) {
    for (const power of tenant.rights.powers)
      for (const scope of tenant.rights.scopesOf(power)) yield* inherits(scope, power, tenant);
    for (const { id } of tenant.everything)
      for (const power of tenant.rights.powersOn(id)) yield* unlessGranted(id, power, tenant);
    const lifting = tenant.rights.powers.filter(({ ability }) => ability === 'lock.lift');
    for (const { scope } of tenant.all('resourceLock'))
      for (const power of lifting) yield* unlessGranted(scope, power, tenant);
  },
});
