import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type View } from '../../model/rule';
import type { Subscription } from '../../model/governance';
import { planOf } from './defenderPlan';

const planOfKind = {
  storageAccount: 'StorageAccounts',
  keyVault: 'KeyVaults',
  containerRegistry: 'Containers',
  cosmosAccount: 'CosmosDbs',
} as const;
type Dependency = keyof typeof planOfKind;
const kinds = Object.keys(planOfKind) as readonly Dependency[];

/** Plans that the dependencies of AI resources in this subscription call for; Resource Manager with any of them. */
function wantedPlans({ subscriptionId }: Subscription, view: View<Dependency>): readonly string[] {
  const plans = kinds
    .filter((kind) => view.all(kind).some((one) => one.subscriptionId === subscriptionId && view.usersOf(one).length))
    .map((kind) => planOfKind[kind]);
  return plans.length ? [...plans, 'Arm'] : [];
}

export default defineRule({
  id: 'subscription-defender-dependency-plans',
  subject: 'subscription',
  needs: ['defenderPlan', ...kinds],
  title: 'Defender does not watch what the models stand on',
  severity: 'medium',
  why: 'Training data, secrets, images and threads are attacked where they lie, and there nobody looks.',
  fix: {
    text: 'Turn on the plans for storage, vaults, containers, Cosmos DB and Resource Manager where AI resources use them.',
    cli: 'az security pricing create -n StorageAccounts --tier Standard --subplan DefenderForStorageV2',
    bicep:
      "resource p 'Microsoft.Security/pricings@2024-01-01' = { name: 'KeyVaults', properties: { pricingTier: 'Standard' } }",
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction'],
  controls: { mcsb: ['LT-1'], cis6: ['8.1.5.1', '8.1.8.1'] },
  defender: {
    assessments: [
      '1be22853-8ed1-4005-9907-ddad64cb1417',
      'b1af52e4-e968-4e2b-b6d0-6736c9651f0a',
      'e599a9fe-30e3-47c6-a173-8b4b6d9d3255',
      'f0fb2a7e-16d5-849f-be57-86db712e9bd0',
    ],
    policies: ['0e6763cc-5078-4e64-889d-ff4d9a839047'],
    differs: 'Microsoft has one recommendation for each plan, and asks for it whether or not AI resources are there.',
  },
  check: (subscription, view) => {
    const wanted = wantedPlans(subscription, view);
    if (wanted.length === 0) return notApplicable('no AI resource uses a store of this subscription');
    const off = wanted.filter((name) => planOf(subscription, view, name)?.pricingTier !== 'Standard');
    return off.length ? fail(`pricings not Standard: ${off.join(', ')}`) : pass;
  },
});
