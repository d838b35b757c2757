import { closes, defineEdge, seen } from '../defineEdge';
import { calls, callsThrough, spends } from '../states';

export default defineEdge({
  kind: 'spends',
  reads: ['deployment'],
  atlas: ['AML.T0034'],
  cost: 20,
  fix: 'Lower the capacity, limit tokens of each caller, and set a budget.',
  draw: (tenant) =>
    tenant
      .all('deployment')
      // Provisioned capacity costs the same however much it is used.
      .filter(({ sku, capacity }) => !/provisioned/i.test(sku) && (capacity ?? 0) > tenant.policy.maxDeploymentCapacity)
      .flatMap((one) => [calls(one.id), callsThrough(one.id)].map((by) => ({ one, by })))
      .map(({ one, by }) => ({
        from: [by],
        to: spends(one.id),
        closedBy: [closes('limit-tokens', one.id)],
        tell: () => ({
          says: `Uses up to ${one.capacity ?? 0} thousand tokens a minute of ${one.name}.`,
          evidence: [seen(one, 'sku.capacity', one.capacity ?? 0)],
        }),
      })),
});
