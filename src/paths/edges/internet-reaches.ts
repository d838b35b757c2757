import type { Certainty, Evidence } from '../../model/path';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { opening } from '../open';
import { internet, reaches } from '../states';

interface Named {
  readonly id: string;
  readonly name: string;
}

function open(one: Named, evidence: readonly Evidence[], certainty: Certainty = 'certain', doubt = ''): Move {
  return {
    from: [internet],
    to: reaches(one.id),
    closedBy: [closes('close-network', one.id)],
    certainty,
    tell: () => ({ says: `${one.name} answers to the whole internet.`, evidence, doubt }),
  };
}

const firewalled = [
  ...(['aiAccount', 'searchService', 'storageAccount', 'keyVault', 'containerRegistry', 'cosmosAccount'] as const),
] as const;
const simple = ['mlWorkspace', 'onlineEndpoint', 'batchEndpoint', 'serverlessEndpoint', 'mlRegistry'] as const;

export default defineEdge({
  kind: 'internet-reaches',
  reads: [...firewalled, ...simple, 'apimService', 'perimeterAssociation'],
  atlas: ['AML.T0049'],
  cost: 20,
  fix: 'Close public access, or let in only the addresses that need it.',
  draw: (tenant) => [
    ...firewalled.flatMap((kind) =>
      tenant.all(kind).flatMap((one) => {
        const how = opening(one, tenant);
        return how ? [open(one, how.evidence, how.certainty, how.doubt)] : [];
      }),
    ),
    ...simple.flatMap((kind) =>
      tenant
        .all(kind)
        .filter(({ publicNetworkAccess }) => publicNetworkAccess === 'Enabled')
        .map((one) => open(one, [seen(one, 'publicNetworkAccess', 'Enabled')])),
    ),
    ...tenant
      .all('apimService')
      .filter((one) => one.publicNetworkAccess !== 'Disabled' && one.virtualNetworkType !== 'Internal')
      .map((one) => open(one, [seen(one, 'virtualNetworkType', one.virtualNetworkType)])),
  ],
});
