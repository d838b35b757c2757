import type { Body } from '../../src/collect/collector';
import { accountId, accountRaw } from './bodies';
import { builtIn, change, custom, harms, shields, strict, type Filters } from './filters';
import type { Labels, Raw } from './table';
import { fails, gap, passes, row, spared, table, unsure, values } from './table';

const annotate = 'raipolicy-annotate-only';
const weaker = 'raipolicy-weaker-than-default';
const unused = 'raipolicy-unused-or-orphan-blocklist';

const user: Raw = {
  kind: 'deployment',
  under: accountId,
  body: {
    id: `${accountId}/deployments/chat`,
    name: 'chat',
    sku: { name: 'Standard', capacity: 1 },
    properties: { model: { format: 'OpenAI', name: 'gpt-4o', version: '1' }, raiPolicyName: 'streng' },
  },
};
const blocklist = (itemCount: unknown): Raw => ({
  kind: 'blocklist',
  under: accountId,
  body: { id: `${accountId}/raiBlocklists/ord`, name: 'ord', properties: {}, itemCount },
});
const around: readonly Raw[] = [accountRaw, builtIn, user];
const base = { ...custom(strict), around, labels: passes(annotate, weaker, unused) } as const;
const filters = 'properties.contentFilters';
const set = (name: string, list: Filters, labels: Labels) => row(name, { [filters]: list }, labels);
const listed = (blocking: unknown = true, blocklistName = 'ord'): Body => ({
  'properties.customBlocklists': [{ blocklistName, source: 'Prompt', blocking }],
});

export const guardrails = table(
  'guardrail',
  base,
  ...harms.flatMap((harm) => [
    set(`${harm} annotates`, change(strict, harm, 'Prompt', { blocking: false }), fails(annotate, weaker)),
    set(`${harm} off`, change(strict, harm, 'Completion', { enabled: false }), fails(weaker)),
    set(`${harm} at High`, change(strict, harm, 'Completion', { severityThreshold: 'High' }), fails(weaker)),
    set(`${harm} at Low`, change(strict, harm, 'Completion', { severityThreshold: 'Low' }), {}),
  ]),
  ...shields.flatMap(({ name }) => [
    set(
      `${String(name)} annotates`,
      change(strict, String(name), 'Prompt', { blocking: false }),
      fails(annotate, weaker),
    ),
    set(
      `${String(name)} annotates by action`,
      change(strict, String(name), 'Prompt', { action: 'ANNOTATING' }),
      fails(annotate, weaker),
    ),
    set(
      `${String(name)} with action none`,
      change(strict, String(name), 'Prompt', { action: 'NONE', blocking: null }),
      fails(annotate, weaker),
    ),
    set(`${String(name)} off`, change(strict, String(name), 'Prompt', { enabled: false }), fails(weaker)),
  ]),
  set(
    'protected code annotates',
    change(strict, 'Protected Material Code', 'Completion', { blocking: false }),
    fails(weaker),
  ),
  set(
    'reordered and in lower case',
    [...strict].reverse().map((one) => ({ ...one, name: String(one['name']).toLowerCase() })),
    {},
  ),
  values('properties.mode', ['Asynchronous_filter'], fails(weaker)),
  values('properties.type', ['SystemManaged', 'systemmanaged'], spared(annotate, weaker, unused)),
  values('properties.type', ['usermanaged'], {}),
  row('not used', {}, fails(unused), { around: [accountRaw, builtIn] }),
  row(
    'used in another casing',
    {},
    {},
    {
      around: [
        accountRaw,
        builtIn,
        { ...user, body: { ...user.body, properties: { model: {}, raiPolicyName: 'STRENG' } } },
      ],
    },
  ),
  row('a blocklist with terms', listed(), {}, { around: [...around, blocklist(12)] }),
  row('a blocklist in another casing', listed(true, 'ORD'), {}, { around: [...around, blocklist(1)] }),
  row('a blocklist without terms', listed(), fails(unused), { around: [...around, blocklist(0)] }),
  row('a blocklist that is not there', listed(), fails(unused)),
  ...[false, null, 'true'].map((blocking) =>
    row(`a blocklist with blocking ${JSON.stringify(blocking)}`, listed(blocking), fails(unused), {
      around: [...around, blocklist(12)],
    }),
  ),
  row('blocklists unread', listed(), unsure(unused), { gaps: [gap('blocklist', accountId)] }),
  row('deployments unread', {}, unsure(unused), {
    around: [accountRaw, builtIn],
    gaps: [gap('deployment', accountId)],
  }),
);
