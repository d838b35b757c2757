import type { ExposedSecret } from '../../model/base';
import type { Resource } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { hasKey, leak } from '../states';
import type { Tenant } from '../tenant';

/** A secret whose form proves what it is, against one that only looks like it. */
const isProven = ({ confidence }: ExposedSecret): boolean => confidence === 'checksum' || confidence === 'anchored';

function leaks(resource: Resource, secret: ExposedSecret, tenant: Tenant<never>): readonly Move[] {
  const target = secret.opensHost ? tenant.ownerOfHost(secret.opensHost) : '';
  if (!target) return [];
  return [
    {
      from: [leak(`${resource.id} ${secret.place}`)],
      to: hasKey(target),
      certainty: isProven(secret) ? 'certain' : 'likely',
      closedBy: [closes('remove-secret', resource.id)],
      tell: () => ({
        says: `A key of ${tenant.nameOf(target)} stands open in ${resource.name}.`,
        evidence: [seen(resource, secret.place, secret.secretKind)],
      }),
    },
  ];
}

export default defineEdge({
  kind: 'exposes-key',
  reads: [],
  atlas: ['AML.T0055'],
  // How likely an attacker reads it is told by the entry.
  cost: 0,
  fix: 'Take the key out, make a new one, and use an identity or a reference to a vault.',
  draw: (tenant) =>
    tenant.exposing.flatMap((resource) =>
      (resource.exposedSecrets ?? []).flatMap((secret) => leaks(resource, secret, tenant)),
    ),
});
