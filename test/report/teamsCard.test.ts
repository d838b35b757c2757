import type * as Official from 'adaptivecards';
import fc from 'fast-check';
import type { Change, ChangeKind, DriftSort } from '../../src/model/drift';
import type { RunHeader } from '../../src/model/run';
import { renderCardText, renderTeamsCard } from '../../src/report';
import { gap } from '../evaluate/snapshots';
import { cardInput, change, changed, header, unit } from './runs';

// The package's own entry is for bundlers; its finished build runs in Node.
const { AdaptiveCard, CardElement, SerializationContext } = jest.requireActual<typeof Official>(
  'adaptivecards/dist/adaptivecards.js',
);

const links = { api: 'https://app.azurewebsites.net/api', portal: 'https://portal.azure.com' };
const render = (of: RunHeader, last: RunHeader | undefined = header({ id: 'r1' })) =>
  renderTeamsCard(
    cardInput(of, last, { kind: of.drift.changes.every(({ sort }) => sort === 'coverage') ? 'coverage' : 'digest' }),
  );
const baseline = (of: RunHeader) => renderTeamsCard(cardInput(of, undefined));

type Node = Readonly<Record<string, unknown>>;
const contentOf = (message: Node): Node => (message['attachments'] as Node[])[0]!['content'] as Node;

/** What the official parser finds wrong with a card. */
function faultsOf(message: Node): string[] {
  const context = new SerializationContext();
  CardElement.langProperty.regEx!.lastIndex = 0; // its global pattern keeps its place from card to card
  new AdaptiveCard().parse(contentOf(message), context);
  return Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
}

/** Every element of a card, flat. */
function elements(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(elements);
  return 'type' in node ? [node, ...below] : below;
}
const textsOf = (message: Node, type: string): string[] =>
  elements(contentOf(message))
    .filter((one) => one['type'] === type)
    .map((one) => one['text'] as string);

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('😀', '\u202E', '\u200F', '"', '\\', '\u0000', '\n', '𝔘', '\uD800'),
    minLength: 50,
    maxLength: 400,
  }),
  fc.constantFrom(
    '<at>everyone</at>',
    '[click](https://evil.example)',
    '**bold** _x_ # h',
    '{{DATE(2026-11-24T06:00:00Z)}}',
    'x'.repeat(5_000),
  ),
);
const kinds: readonly (readonly [ChangeKind, DriftSort])[] = [
  ['opened', 'posture'],
  ['worse', 'posture'],
  ['reopened', 'posture'],
  ['exceptionOver', 'decision'],
  ['exceptionEnding', 'decision'],
  ['resolved', 'posture'],
  ['appeared', 'inventory'],
  ['gone', 'inventory'],
  ['changed', 'configuration'],
  ['seenLess', 'coverage'],
  ['seenMore', 'coverage'],
  ['diverged', 'defender'],
];
const changes: fc.Arbitrary<Change> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    name: nasty,
    property: nasty,
    before: nasty,
    after: nasty,
    actor: nasty,
    client: nasty,
    id: nasty,
  })
  .map(({ kind: [kind, sort], id, ...more }) => change({ ...more, kind, sort, resourceId: `/subscriptions/s/${id}` }));
const units = fc.array(
  fc.record({ name: nasty, permission: nasty, state: fc.constantFrom('read', 'partial', 'notRead' as const) }),
  { maxLength: 12 },
);
const runs = fc
  .record({ all: fc.array(changes, { minLength: 1, maxLength: 25 }), times: fc.constantFrom(1, 40), units })
  .map(({ all, times, units: told }) =>
    changed(Array.from({ length: times }, () => all).flat(), {
      status: 'partial',
      units: told.map(({ name, permission, state }, at) => {
        const entry = unit(
          String(at),
          state,
          ['a', 'b', 'c'].map((end) => gap('aiAccount', '/', { permission: permission + end })),
        );
        return { ...entry, coverage: { ...entry.coverage, name } };
      }),
    }),
  );

describe('whatever a run holds', () => {
  it('its card is under 20,000 bytes, valid, and takes no text of Azure for Markdown', () => {
    fc.assert(
      fc.property(runs, (of) => {
        for (const message of [render(of), baseline(of)]) {
          expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(20_000);
          expect(faultsOf(message)).toEqual([]);
          expect(textsOf(message, 'TextBlock').join('\n')).toMatch(/^[\w ,.:()%–▼▲\n-]*$/);
          expect(textsOf(message, 'TextRun').join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
          expect(renderCardText(message)).not.toMatch(/[\p{Cf}\p{Cs}]/u);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('its links lead to the portal and to our own app only', () => {
    fc.assert(
      fc.property(runs, (of) => {
        const urls = elements(contentOf(render(of)))
          .map((one) => one['url'])
          .filter((url) => url !== undefined) as string[];
        for (const url of urls) expect([links.portal, 'https://app.azurewebsites.net']).toContain(new URL(url).origin);
      }),
      { numRuns: 10 },
    );
  });
});

it('finds a fault in a card that is none: the parser is awake', () => {
  const broken = {
    attachments: [{ content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlok', text: 'x' }] } }],
  };
  expect(faultsOf(broken)).toEqual([expect.stringContaining('Unknown element type')]);
});

describe('the digest', () => {
  it('says what changed, on what, from which value to which, who and when, below the coverage', () => {
    const text = renderCardText(render(changed([change()])));
    expect(text).toContain('1 change, 1 worse');
    expect(text).toContain('▲ acct: AI account accepts API keys');
    expect(text).toContain('disableLocalAuth true → false · a.nilsen@halden.example, Tue 24 Nov, 03:12 UTC · 1 high');
    expect(text.indexOf('2 of 2 subscriptions read')).toBeLessThan(text.indexOf('accepts API keys'));
  });

  it('counts what does not fit', () => {
    const text = renderCardText(render(changed(Array.from({ length: 1_000 }, () => change()))));
    expect(text).toContain('Worse (1000)');
    expect(text).toMatch(/\n98\d more/);
  });

  it('lets one row that is too long hide no other', () => {
    const long = change({ resourceId: `/subscriptions/${'x'.repeat(30_000)}` });
    expect(renderCardText(render(changed([long, change({ name: 'next' })])))).toContain('next: AI account');
  });

  it('keeps its sections apart, each change in one', () => {
    const of = changed(kinds.map(([kind, sort]) => change({ kind, sort, name: `n-${kind}`, after: 'partial' })));
    const text = renderCardText(render(of));
    const titles = [
      'Worse (4)',
      'We can see less (1)',
      'New, changed, gone (3)',
      'Defender says otherwise (1)',
      'Resolved, seen again (2)',
      'Ending soon (1)',
    ];
    expect(titles.map((title) => text.indexOf(title))).toEqual(
      titles.map((title) => text.indexOf(title)).sort((a, b) => a - b),
    );
    for (const title of titles) expect(text).toContain(title);
    for (const [kind] of kinds) expect(text.split(`n-${kind}`)).toHaveLength(2);
  });

  it('says that it sees less, and which right is missing, when nothing else happened', () => {
    const less = change({
      kind: 'seenLess',
      sort: 'coverage',
      name: 'AI prod',
      before: 'read',
      after: 'notRead',
      client: 'Microsoft.Resources/subscriptions/read',
      findings: [],
    });
    const text = renderCardText(render(changed([less], { status: 'partial' })));
    expect(text).toContain('We see less than before');
    expect(text).toContain('AI prod can no longer be read');
    expect(text).toContain('needs Microsoft.Resources/subscriptions/read · carried forward, not resolved');
  });

  it('alarms for what opened, not for what an arrival resolved', () => {
    const arrival = (to: string) =>
      change({ kind: 'appeared', sort: 'inventory', findings: [{ ...change().findings[0]!, from: '', to }] });
    const alarms = (one: Change): number =>
      elements(contentOf(render(changed([one])))).filter((part) => part['color'] === 'Attention').length;
    expect([alarms(arrival('fail')), alarms(arrival('pass')), alarms(change())]).toEqual([1, 0, 1]);
  });

  it('names an opened change by what it opened, and counts what it resolved apart', () => {
    const moved = [{ ...change().findings[0]!, ruleId: 'other', to: 'pass' }, change().findings[0]!];
    const text = renderCardText(render(changed([change({ findings: moved })])));
    expect(text).toContain('acct: AI account accepts API keys');
    expect(text).toContain('1 high, 1 resolved');
  });
});

it('welcomes after the first run, with no change told one by one', () => {
  const text = renderCardText(baseline(header({ drift: { from: '', fromTakenAt: '', changes: [], notCompared: [] } })));
  expect(text).toContain('aispm is watching');
  expect(text).toContain('This is the baseline');
});

it('has no links of the app where its host is not known', () => {
  const message = renderTeamsCard(cardInput(changed([change()]), header(), { links: { ...links, api: '' } }));
  expect(contentOf(message)['actions']).toEqual([]);
  expect(faultsOf(message)).toEqual([]);
});
