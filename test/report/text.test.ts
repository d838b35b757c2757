import fc from 'fast-check';
import { renderDrift, renderJson, renderMarkdown, renderTable } from '../../src/report';
import { kindWord, shown } from '../../src/report/words';
import { gap } from '../evaluate/snapshots';
import { safe } from '../kit/safe';
import { finding } from '../store/records';
import { change, changed, header, input, run, unit } from './runs';

const table = (of: ReturnType<typeof header>, more = {}): string => renderTable(run(of, more), input(of));
const partial = {
  status: 'partial',
  units: [unit('a'), unit('b', 'notRead', [gap('subscription', '/subscriptions/b')])],
} as const;
const nasty = fc.string({
  unit: fc.constantFrom('a', '|', '`', '\\', '*', '<', '\n', '\r', '\u001b', '\u202e', '\u2028', '😀'),
  maxLength: 60,
});

describe('shown', () => {
  it.each([
    ['\u001b[31mred', ' [31mred'],
    ['a\u202Eb\u200Fc\u00ADd', 'a b c d'],
    ['a\r\nb\tc', 'a  b c'],
    ['\u{E0041}x', ' x'],
    ['\uD800x', '\uFFFDx'],
    ['å 😀 名', 'å 😀 名'],
  ])('%j → %j', (text, clean) => expect(shown(text)).toBe(clean));

  it('is never longer than asked, and keeps both ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 3, max: 90 }), (text, most) =>
        expect(Array.from(shown(text, most)).length).toBeLessThanOrEqual(most),
      ),
    );
    expect(shown(`${'a'.repeat(50)}${'z'.repeat(50)}`, 9)).toBe('aaaa…zzzz');
  });
});

it('has a word for every kind', () => {
  expect([kindWord('aiAccount'), kindWord('blobContainer'), kindWord('')]).toEqual([
    'AI account',
    'Blob container',
    'Resource',
  ]);
});

describe('the terminal table', () => {
  it('shows coverage before any count', () => {
    const text = table(changed([change()], partial));
    const order = [
      'Coverage',
      '1 of 2 subscriptions read, 1 not read',
      'needs read/subscription',
      'Score',
      '▲ high 1',
      'Changed',
      'Worst',
    ];
    const places = order.map((word) => text.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each([
    ['nothing changed', changed([]), 'nothing since Mon 23 Nov, 06:00 UTC.', 'that could be seen'],
    ['nothing changed in what was seen', changed([], partial), 'nothing that could be seen since', 'nothing since'],
    [
      'the first run',
      header({ drift: { from: '', fromTakenAt: '', changes: [], notCompared: [] } }),
      'this is the baseline',
      'nothing since',
    ],
    ['no open finding', changed([]), 'no open finding.', 'no open finding that'],
    [
      'no open finding in what was seen',
      changed([], partial),
      'no open finding that could be seen.',
      'no open finding.',
    ],
  ])('of %s says so and no more', (_, of, said, unsaid) => {
    const text = table(of, { findings: [] });
    expect(text).toContain(said);
    expect(text).not.toContain(unsaid);
  });

  it('gives the range of the score when not all was seen, and none when nothing was judged', () => {
    const summary = { ...header().summary, score: 70, scoreRange: [35, 85] as const };
    expect(table(changed([], { ...partial, summary }))).toContain(
      '70 of 100, was 70. Between 35 and 85 counting what was not seen.',
    );
    expect(table(changed([], { summary: { ...summary, score: null, scoreRange: null } }))).toContain(
      'none: no AI account or workspace was judged',
    );
  });

  it('blanks what would repaint the terminal', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const of = changed([change({ name, property: name, before: name, after: name, actor: name })], {
          ...partial,
          units: [
            {
              ...unit('a', 'partial'),
              coverage: {
                ...unit('a', 'partial').coverage,
                name,
                gaps: [gap('aiAccount', '/', { permission: '', detail: name })],
              },
            },
          ],
        });
        const findings = [finding('r', safe('aiAccount', { id: `/subscriptions/s/providers/x/y/${name}` }))];
        for (const text of [table(of, { findings }), renderDrift(input(of))])
          expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        expect(table(of, { findings }).split('\n')).toHaveLength(
          table(changed([change()], { ...partial, units: [unit('a', 'partial')] })).split('\n').length,
        );
      }),
    );
  });
});

describe('the drift in full', () => {
  it('gives every change with the verdicts it moved', () => {
    const text = renderDrift(
      input(changed([change(), change({ kind: 'changed', sort: 'configuration', findings: [], actor: '' })])),
    );
    expect(text).toContain('Mon 23 Nov, 06:00 UTC → Tue 24 Nov, 06:00 UTC, 2 changes.');
    expect(text).toContain('▲ r   pass → fail');
    expect(text).toContain('who: not in the log');
  });

  it('says what was not compared, and that a first run is none', () => {
    const of = changed([]);
    const text = renderDrift(input({ ...of, drift: { ...of.drift, notCompared: ['b'] } }));
    expect(text).toContain('0 changes. 1 subscription could not be read as before and is not compared.');
    expect(renderDrift(input(header({ drift: { ...of.drift, from: '' } })))).toMatch(/^This run is the baseline/);
  });
});

describe('Markdown', () => {
  /** Bars that part cells: those without a backslash before them, as GitHub reads a table. */
  const cells = (row: string): number => row.replace(/\\./g, '').split('|').length;

  it('keeps one row a finding and four cells a row, whatever a name holds', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const findings = [
          finding('r', safe('aiAccount', { id: `/subscriptions/s/${text}` }), { evidence: text, ruleId: text }),
        ];
        const rows = renderMarkdown(run(changed([]), { findings }), input(changed([])))
          .split('\n')
          .filter((line) => line.startsWith('|'));
        expect(rows).toHaveLength(3);
        for (const row of rows) expect(cells(row)).toBe(6);
      }),
      { numRuns: 100 },
    );
  });

  it.each(['<at>all</at>', '[x](https://evil.example)', '![x](y)', '_x_', '@team'])('lets %s be text', (name) => {
    const text = renderMarkdown(run(changed([])), input(changed([change({ name })])));
    expect(text.replaceAll(/\\./g, '')).not.toContain(name);
    expect(text.replaceAll('\\', '')).toContain(`▲ **${name}**`);
  });

  it('says that nothing changed, or only nothing that could be seen', () => {
    const markdown = (of: ReturnType<typeof header>): string => renderMarkdown(run(of, { findings: [] }), input(of));
    expect(markdown(changed([]))).not.toContain('that could be seen');
    expect(markdown(changed([], partial)).match(/None that could be seen\./g)).toHaveLength(2);
    expect(markdown(header({ drift: { ...changed([]).drift, from: '' } }))).toContain('This run is the baseline.');
  });
});

it('gives the run as JSON and nothing else', () =>
  expect(JSON.parse(renderJson(run(header())))).toEqual(run(header())));

describe('the lag of Defender in the table', () => {
  const lagging = (...lags: readonly number[]) => ({
    findings: lags.map((lagHours, at) => {
      const one = finding(`r${at}`, safe('aiAccount'));
      return { ...one, defender: { ...one.defender, lagHours } };
    }),
  });

  it('is the middle of all lags, after us or before us', () => {
    expect(table(header(), lagging(5, 900, 27))).toContain('Defender   saw 3 open findings 27 hours after us');
    expect(table(header(), lagging(-24))).toContain('saw 1 open finding 24 hours before us');
  });

  it('is left out where no finding has one', () => expect(table(header())).not.toContain('in the middle'));
});
