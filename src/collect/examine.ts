import { attempt } from './attempt';
import type { AzureReader, ChildCollector, SurveyCollector } from './collector';
import { allows, permissionsOf } from './rights';
import { expectedSubscriptions } from './subscriptions';
import { ownRights } from './visibility';

/** What the identity may do in one subscription. */
export interface Examined {
  readonly subscriptionId: string;
  readonly name: string;
  /** Rights that the collectors need and the identity lacks; undefined where Azure would not say. */
  readonly missing: readonly string[] | undefined;
  /** Rights it has and should not. */
  readonly excess: readonly string[];
}

/** One each of what an auditor must not hold: writing, listing keys, acting. */
const forbidden = [
  'Microsoft.CognitiveServices/accounts/write',
  'Microsoft.CognitiveServices/accounts/listKeys/action',
  'Microsoft.Storage/storageAccounts/listKeys/action',
  'Microsoft.MachineLearningServices/workspaces/listKeys/action',
  'Microsoft.Authorization/roleAssignments/write',
];

type Declared = readonly Pick<SurveyCollector | ChildCollector, 'kind' | 'permissions'>[];

/** Asks Azure for the identity's own rights in each subscription of `scopes` and holds them against what the collectors declare. */
export async function examineRights(
  azure: AzureReader,
  collectors: Declared,
  scopes: readonly string[],
): Promise<readonly Examined[]> {
  const needed = permissionsOf(collectors)
    .map(({ permission }) => permission)
    .filter((permission) => !permission.startsWith('Microsoft.Management/'));
  const { subscriptions } = await expectedSubscriptions(azure, scopes);
  const read = [...subscriptions.values()].map(async ({ id, subscriptionId, displayName }) => {
    const tried = await attempt(() => ownRights(azure, id));
    const missing = tried.ok ? needed.filter((permission) => !allows(tried.value, permission)) : undefined;
    const excess = tried.ok ? forbidden.filter((permission) => allows(tried.value, permission)) : [];
    return { subscriptionId, name: displayName, missing, excess };
  });
  return Promise.all(read);
}
