import { createRequire } from 'node:module';
import type * as Official from 'adaptivecards';
import fc from 'fast-check';
import { readSettings, ConfigError } from '../../src/config';
import { readDecision } from '../../src/decisions';
import { toScope } from '../../src/model/scope';
import { isPublic } from '../../src/notify/publicOnly';
import { renderMarkdown, renderTable, renderTeamsCard } from '../../src/report';
import { retryAfter } from '../../src/collect/retryAfter';
import { isWebhook } from '../../src/webhookSettings';
import { canonicalJson } from '../../src/store/canonical';
import { fromChunkRows, toChunkRows } from '../../src/store/chunks';
import { checkKey } from '../../src/store/limits';
import { toKey } from '../../src/store/keys';
import { cardInput, change, changed, header, input, run as runOf } from '../report/runs';
import { told, type Campaign, type Outcome, type Terms } from './campaign';

// The package's own entry is for bundlers; its finished build runs in Node.
const official = createRequire(__filename)('adaptivecards/dist/adaptivecards.js') as typeof Official;

/** What the official parser finds wrong with a card. */
function faultsOf(message: ReturnType<typeof renderTeamsCard>): string {
  const { attachments } = message as { readonly attachments?: readonly { readonly content: object }[] };
  const context = new official.SerializationContext();
  official.CardElement.langProperty.regEx!.lastIndex = 0; // its global pattern keeps its place from card to card
  new official.AdaptiveCard().parse(attachments?.[0]?.content, context);
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message).join();
}

/** Text as an attacker names things. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.constantFrom(
    '',
    '/',
    '/subscriptions/',
    '../..',
    '\u202e',
    '<at>x</at>',
    '[a](http://x)',
    '**',
    '=cmd()',
    '\ud800',
    '%00',
    "'; --",
    '`',
    '|',
    '\n#',
  ),
  fc.string({
    unit: fc.constantFrom('/', '#', '?', '\u{1f600}', '\u202e', '"', '\\', '\u0000', '\n', 'a', '%'),
    maxLength: 60,
  }),
);
const id = fc.array(nasty, { maxLength: 8 }).map((parts) => `/subscriptions/${parts.join('/')}`);

interface Surface<T = unknown> {
  readonly name: string;
  readonly share: number;
  readonly input: fc.Arbitrary<T>;
  /** Breaks where the surface does not keep its promise. */
  readonly check: (value: T) => void;
}

const surface = <T>(name: string, share: number, of: fc.Arbitrary<T>, check: (value: T) => void): Surface =>
  ({ name, share, input: of, check }) as Surface;

function claim(holds: boolean, words: string): void {
  if (!holds) throw new Error(words);
}

/** Settings are read, or every problem is named; nothing else is thrown. */
function settingsEnd(env: Readonly<Record<string, string>>): void {
  try {
    readSettings(env);
  } catch (error) {
    claim(error instanceof ConfigError && error.problems.length > 0, `settings broke with ${told(error)}`);
  }
}

const known = { ruleIds: ['r'], resourceIds: undefined, maxDays: 90, by: 'ada', at: '2026-11-28T06:00:00.000Z' };
const names = [
  'AISPM_SCOPES',
  'AISPM_SCHEDULE',
  'AISPM_CLOUD',
  'AISPM_ARM_ENDPOINT',
  'AISPM_CONFIG',
  'AISPM_TEAMS_WEBHOOK_URL',
];
const bidi = /[\u202a-\u202e\u2066-\u2069]/;

const changes = fc.array(
  fc.record({ name: nasty, resourceId: id, before: nasty, after: nasty, actor: nasty, property: nasty }).map(change),
  { minLength: 1, maxLength: 3 },
);

const surfaces: readonly Surface[] = [
  surface('scope', 0.2, fc.oneof(nasty, id), (text) => {
    const scope = toScope(text);
    claim(scope === undefined || toScope(scope) === scope, 'a scope is not its own scope');
  }),
  surface('address', 0.1, fc.oneof(nasty, fc.ipV4(), fc.ipV6()), (text) => {
    claim(!(isPublic(text) && /^(10|127|169\.254)\./.test(text)), 'a private address counts as public');
  }),
  surface(
    'webhook',
    0.1,
    fc.oneof(
      nasty,
      fc.webUrl(),
      fc.ipV4().map((host) => `https://${host}/x`),
    ),
    (text) => {
      claim(!isWebhook(text, false) || new URL(text).protocol === 'https:', 'a webhook without https');
    },
  ),
  surface('Retry-After', 0.1, nasty, (text) => {
    const wait = retryAfter((name) => (name === 'retry-after' ? text : undefined), 0);
    claim(wait === undefined || wait >= 0, `waits ${wait}`);
  }),
  surface('canonical JSON and chunks', 0.1, fc.jsonValue({ maxDepth: 4 }), (value) => {
    const text = canonicalJson(value);
    claim(canonicalJson(JSON.parse(text)) === text, 'canonical JSON is not its own');
    claim(fromChunkRows(toChunkRows(text)) === text, 'chunks lose text');
  }),
  surface('keys', 0.1, nasty, (text) => checkKey(toKey(text))),
  surface('settings', 0.05, fc.dictionary(fc.constantFrom(...names), nasty), settingsEnd),
  surface('policy file', 0.1, fc.oneof(nasty, fc.json()), (text) =>
    settingsEnd({ AISPM_CONFIG: `{"x":${JSON.stringify(text)}}` }),
  ),
  surface(
    'decisions',
    0.1,
    fc.oneof(fc.jsonValue(), fc.record({ kind: nasty, rule: nasty, scope: id, until: nasty })),
    (given) => {
      const read = readDecision(given, known);
      claim('decision' in read || read.problems.length > 0, 'a decision is refused without a word');
    },
  ),
  surface('card', 0.025, changes, (list) => {
    const card = renderTeamsCard(cardInput(changed(list), header({ id: 'r1' }), { kind: 'digest' }));
    const text = JSON.stringify(card);
    claim(Buffer.byteLength(text) < 28_672 / 1.18, 'a card is too large');
    claim(
      !bidi.test(text) && !/"entities"|"type":"TextBlock"[^}]*<at>/.test(text),
      'a card holds a mention or a direction mark',
    );
    claim(faultsOf(card) === '', `the official parser says ${faultsOf(card)}`);
  }),
  surface('reports', 0.025, changes, (list) => {
    const of = changed(list);
    claim(!bidi.test(renderTable(runOf(of), input(of))), 'a table holds a direction mark');
    claim(!renderMarkdown(runOf(of), input(of)).includes('<at>'), 'Markdown holds a mention');
  }),
];

const all = 1_000_000;
const slowest = 1000;

/** Takes longer than a second for no input. */
function within(check: (value: unknown) => void): (value: unknown) => void {
  return (value) => {
    const begun = performance.now();
    check(value);
    claim(performance.now() - begun < slowest, 'hangs for more than a second');
  };
}

function run({ seed, scale }: Terms): Promise<Outcome> {
  const failures: string[] = [];
  let cases = 0;
  for (const { name, share, input: of, check } of surfaces) {
    const numRuns = Math.max(20, Math.round(all * share * scale));
    const result = fc.check(fc.property(of, within(check)), { numRuns, seed });
    cases += result.numRuns;
    if (result.failed)
      failures.push(
        `${name}: ${told(result.errorInstance)} for ${JSON.stringify(result.counterexample).slice(0, 300)}`,
      );
  }
  return Promise.resolve({ cases, failures });
}

export const fuzz: Campaign = { name: 'fuzz of the pure surfaces', run };
