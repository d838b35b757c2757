import { catalogueModel } from './builders/catalogue';
import type { Place } from './builders/body';
import { deployment, raiPolicy } from './builders/guardrails';
import { activityEvent } from './builders/insights';
import type { Edit } from './estateChange';
import type { ArmBody, Estate } from './tenant';

const [may, august, november] = ['2024-05-13', '2024-08-06', '2024-11-20'] as const;
const aside = { isDefaultVersion: false };
const announced = {
  ...aside,
  lifecycleStatus: 'Legacy',
  replacementConfig: {
    targetModelName: 'gpt-4o',
    targetModelVersion: november,
    autoUpgradeStartDate: '2026-01-15T00:00:00Z',
    upgradeOnExpiryLeadTimeDays: 14,
  },
};

/** Versions of one model, the middle one on its way out, and a model of another publisher. */
const catalogue = (at: Place): ArmBody[] => [
  catalogueModel(at, 'gpt-4o', may, aside),
  catalogueModel(at, 'gpt-4o', august, announced),
  catalogueModel(at, 'gpt-4o', november),
  catalogueModel(at, 'DeepSeek-R1', '1', { format: 'DeepSeek' }),
];

/** Deployments that move between the two audits, and one whose overflow is answered late and laxly. */
export const modelStories = (at: Place, account: ArmBody): ArmBody[] => [
  ...catalogue(at),
  deployment(
    account,
    'invoices',
    { model: 'gpt-4o', version: november },
    { properties: { versionUpgradeOption: 'NoAutoUpgrade' } },
  ),
  deployment(account, 'translate', { model: 'gpt-4o', version: august }),
  deployment(account, 'triage', { model: 'gpt-4o', version: november }),
  raiPolicy(account, 'overflow-guard', 'hateHigh', { properties: { mode: 'Asynchronous_filter' } }),
  deployment(account, 'web-chat', {}, { properties: { spilloverDeploymentName: 'web-chat-overflow' } }),
  deployment(account, 'web-chat-overflow', { guardrail: 'overflow-guard' }),
];

const idOf = ({ arm }: Estate, suffix: string): string => {
  const found = arm.find(({ id }) => id.toLowerCase().endsWith(suffix.toLowerCase()));
  if (!found) throw new Error(`The demo tenant holds nothing that ends in ${suffix}.`);
  return found.id;
};

/** A pinned model goes back two versions, one moves as announced, and one becomes another publisher's. */
export const modelMoves = (estate: Estate): readonly Edit[] => [
  { edit: 'swapModel', id: idOf(estate, '/oai-shared/deployments/invoices'), model: { version: may } },
  { edit: 'swapModel', id: idOf(estate, '/oai-shared/deployments/translate'), model: { version: november } },
  {
    edit: 'swapModel',
    id: idOf(estate, '/oai-shared/deployments/triage'),
    model: { format: 'DeepSeek', name: 'DeepSeek-R1', version: '1' },
  },
];

const portal = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c';
const commandLine = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
const guest = 'k.brandt_contractor.example#EXT#@haldenlogistics.example';
const colleague = 'maren.holt@haldenlogistics.example';

/** What the Activity Log holds of the demo's changes: nothing of `invoices`, and nothing that Microsoft does itself. */
export function demoLog(estate: Estate, at: string): readonly ArmBody[] {
  const entry = (suffix: string, operation: string, caller: string, appid: string): ArmBody => {
    const target = estate.arm.find(({ id }) => id === idOf(estate, suffix)) as ArmBody;
    return activityEvent(target, `${operation}/write`, at, caller, { appid });
  };
  const accounts = 'Microsoft.CognitiveServices/accounts';
  return [
    entry('/oai-shared/deployments/triage', `${accounts}/deployments`, guest, portal),
    entry('/claims-prod/raipolicies/claims-guard', `${accounts}/raiPolicies`, colleague, commandLine),
    entry('/accounts/oai-shared', accounts, colleague, portal),
    entry('/storageaccounts/stfreightml', 'Microsoft.Storage/storageAccounts', colleague, commandLine),
  ];
}
