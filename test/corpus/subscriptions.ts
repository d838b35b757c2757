import type { Body } from '../../src/collect/collector';
import { storageRaw, sub, subscription, workspaceRaw } from './bodies';
import type { Raw } from './table';
import { absent, fails, gap, passes, row, spared, table, unsure } from './table';

const ai = 'subscription-defender-for-ai-plan';
const evidence = 'subscription-defender-for-ai-prompt-evidence';
const purview = 'subscription-defender-for-ai-purview-sharing';
const apis = 'subscription-defender-for-apis';
const cspm = 'subscription-defender-cspm';
const dependencies = 'subscription-defender-dependency-plans';

const extensions = (evidenceOn: unknown = 'True', purviewOn: unknown = 'True'): readonly Body[] => [
  { name: 'AIPromptEvidence', isEnabled: evidenceOn },
  { name: 'AIPromptSharingWithPurview', isEnabled: purviewOn },
];
const plan = (name: string, pricingTier: unknown = 'Standard', more: Body = {}): Raw => ({
  kind: 'defenderPlan',
  under: sub,
  body: { id: `${sub}/providers/Microsoft.Security/pricings/${name}`, name, properties: { pricingTier, ...more } },
});
const aiPlan = (tier: unknown = 'Standard', list: unknown = extensions()): Raw =>
  plan('AI', tier, { extensions: list });
const others = ['Api', 'CloudPosture', 'StorageAccounts', 'KeyVaults', 'Containers', 'CosmosDbs', 'Arm'];
const stores: readonly Raw[] = [workspaceRaw, storageRaw];

/** All plans on, but those in `instead`. */
const plans = (...instead: readonly Raw[]): readonly Raw[] => {
  const named = (raw: Raw): string => String(raw.body['name']).toLowerCase();
  const replaced = new Set(instead.map(named));
  return [
    ...stores,
    ...[aiPlan(), ...others.map((name) => plan(name))].filter((raw) => !replaced.has(named(raw))),
    ...instead,
  ];
};
const without = (name: string): readonly Raw[] => plans().filter((raw) => raw.body['name'] !== name);

const notStandard: readonly unknown[] = ['Free', 'free', '', null, 'Premium2027', true];
const aiOff = { ...fails(ai), ...spared(evidence, purview) };
const allUnread = [gap('defenderPlan', sub)];

export const subscriptions = table(
  'subscription',
  {
    kind: 'subscription',
    body: subscription,
    around: plans(),
    labels: passes(ai, evidence, purview, apis, cspm, dependencies),
  },
  ...notStandard.map((tier) => row(`AI plan ${JSON.stringify(tier)}`, {}, aiOff, { around: plans(aiPlan(tier)) })),
  row('AI plan in another casing', {}, {}, { around: plans(aiPlan('standard')) }),
  row('no AI plan', {}, aiOff, { around: without('AI') }),
  ...notStandard.map((tier) =>
    row(`Api plan ${JSON.stringify(tier)}`, {}, fails(apis), { around: plans(plan('Api', tier)) }),
  ),
  row('no Api plan', {}, fails(apis), { around: without('Api') }),
  ...notStandard.map((tier) =>
    row(`CSPM plan ${JSON.stringify(tier)}`, {}, fails(cspm), { around: plans(plan('CloudPosture', tier)) }),
  ),
  row('no CSPM plan', {}, fails(cspm), { around: without('CloudPosture') }),
  ...['False', 'false', false, null, '', 'Yes'].map((on) =>
    row(`prompt evidence ${JSON.stringify(on)}`, {}, fails(evidence), {
      around: plans(aiPlan('Standard', extensions(on))),
    }),
  ),
  ...['False', 'false', false, null, '', 'Yes'].map((on) =>
    row(`purview ${JSON.stringify(on)}`, {}, fails(purview), {
      around: plans(aiPlan('Standard', extensions('True', on))),
    }),
  ),
  ...['true', 'TRUE'].map((on) =>
    row(`extensions ${on}`, {}, {}, { around: plans(aiPlan('Standard', extensions(on, on))) }),
  ),
  ...[undefined, null, [], {}].map((list, index) =>
    row(`no extensions, ${index}`, {}, fails(evidence, purview), {
      around: plans(plan('AI', 'Standard', list === undefined ? {} : { extensions: list })),
    }),
  ),
  ...['StorageAccounts', 'Arm'].flatMap((name) => [
    row(`${name} plan free`, {}, fails(dependencies), { around: plans(plan(name, 'Free')) }),
    row(`no ${name} plan`, {}, fails(dependencies), { around: without(name) }),
  ]),
  // The body of the vault, registry and database are not in this subscription's inventory: nothing calls for their plans.
  ...['KeyVaults', 'Containers', 'CosmosDbs'].map((name) =>
    row(`${name} plan free where none is used`, {}, {}, { around: plans(plan(name, 'Free')) }),
  ),
  row('no store is used', {}, spared(dependencies), { around: plans().filter((raw) => !stores.includes(raw)) }),
  row('plans unread', {}, unsure(ai, evidence, purview, apis, cspm, dependencies), { around: stores, gaps: allUnread }),
  row('a disabled subscription', { 'properties.state': 'Disabled' }, {}),
  row('a subscription without groups', { 'properties.managementGroupAncestorsChain': absent }, {}),
);
