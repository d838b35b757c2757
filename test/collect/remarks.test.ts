import { collectUnit } from '../../src/collect/collect';
import { childCollector } from '../../src/collect/collector';
import type { ChildCollector } from '../../src/collect/collector';
import type { Resource } from '../../src/model/resource';
import { safe } from '../kit/safe';
import { ToldAzure, refused, type Told } from './answers';

const account = safe('aiAccount', { identity: { types: [], userAssignedIds: [], userAssignedPrincipalIds: [] } });
const elsewhere = '/subscriptions/s/resourcegroups/rg/providers/microsoft.sql/servers/s';

const unitOf = async (
  told: Record<string, Told>,
  others: readonly Resource[],
  childCollectors: readonly ChildCollector[],
) => {
  const azure = new ToldAzure(told);
  const surveyed = [account, ...others];
  const input = { azure, unit: 's', takenAt: azure.now, surveyed, childCollectors, wasThere: [] };
  const snapshot = await collectUnit({ ...input, resolve: () => Promise.resolve([]), versionFor: () => 'v1' });
  return { azure, snapshot, ids: snapshot.resources.map(({ id }) => id) };
};

test('metric alerts are kept where they watch the inventory, or all of a subscription', async () => {
  const alert = (id: string, scope: string) => safe('metricAlert', { id, scopes: [scope] });
  const alerts = [alert('/ours', account.id), alert('/wide', '/subscriptions/s'), alert('/theirs', elsewhere)];
  expect((await unitOf({}, alerts, [])).ids).toEqual(['/ours', account.id, '/wide']);
});

test('what hangs below a private endpoint is read only where the endpoint is kept; a refusal is a gap', async () => {
  const link = (id: string, targetId: string) =>
    safe('privateEndpoint', { id, connections: [{ targetId, groupIds: ['account'], status: 'Approved' }] });
  const zones = childCollector({
    kind: 'privateDnsZoneGroup',
    parents: ['privateEndpoint'],
    permissions: ['zones/read'],
    read: (azure, parent) => azure.list(`${parent.id}/zones`, '1'),
    convert: (_, parent) => ({
      resource: safe('privateDnsZoneGroup', { id: `${parent.id}/zones/z`, parentId: parent.id }),
    }),
  });
  const endpoints = [link('/ours', account.id), link('/shut', account.id), link('/theirs', elsewhere)];
  const told = { '/ours/zones': [{}], '/shut/zones': refused() };
  const { ids, azure, snapshot } = await unitOf(told, endpoints, [zones]);
  expect(ids).toContain('/ours/zones/z');
  expect(azure.asked.filter((path) => path.endsWith('/zones'))).toEqual(['/ours/zones', '/shut/zones']);
  expect(snapshot.gaps).toMatchObject([{ kind: 'privateDnsZoneGroup', scope: '/shut', permission: 'zones/read' }]);
});
