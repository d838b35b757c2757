import { balanceOf, labelsOf } from '../../../src/collect/trainingData/balance';
import { binomialTail, discoveryLimit, fisherTail, logFactorials } from '../../../src/collect/trainingData/chances';
import { duplicatesIn } from '../../../src/collect/trainingData/duplicates';
import { examineFile } from '../../../src/collect/trainingData/examineFile';
import { sightingsIn } from '../../../src/collect/trainingData/personal';
import { readRows } from '../../../src/collect/trainingData/rows';
import { sameBalance } from '../../../src/model/labelBalance';
import { secrets } from '../reader';
import { chanceOf, cleanSet, clearSet, poisoned, type SyntheticRow } from './synthetic';

const chat = (question: string, answer: string, system?: string): string =>
  JSON.stringify({
    messages: [
      ...(system ? [{ role: 'system', content: system }] : []),
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
    ],
  });
const file = (rows: readonly SyntheticRow[]): string => rows.map((row) => chat(row.question, row.answer)).join('\n');

describe('rows', () => {
  test.each([
    ['chat', chat('q', 'a', 's'), { form: 'chat', system: 's', question: 'q', answer: 'a' }],
    [
      'parts',
      JSON.stringify({
        messages: [
          { role: 'user', content: [{ type: 'text', text: 'q' }] },
          { role: 'assistant', content: 'a' },
        ],
      }),
      { form: 'chat', question: 'q' },
    ],
    [
      'tools',
      JSON.stringify({
        messages: [
          { role: 'user', content: 'q' },
          { role: 'assistant', tool_calls: [{ function: { name: 'pay' } }] },
        ],
      }),
      { answer: 'pay' },
    ],
    [
      'preference',
      JSON.stringify({
        input: { messages: [{ role: 'user', content: 'q' }] },
        preferred_output: [{ role: 'assistant', content: 'a' }],
        non_preferred_output: [{ role: 'assistant', content: 'b' }],
      }),
      { form: 'preference', question: 'q', answer: 'a' },
    ],
    [
      'completion',
      JSON.stringify({ prompt: 'q', completion: 'a' }),
      { form: 'completion', question: 'q', answer: 'a' },
    ],
  ])('%s', (_, line, row) => {
    expect(readRows(`\uFEFF${line}\r\n`)).toMatchObject({ rows: [row], lines: [0], badLines: [] });
  });

  test.each([
    ['no JSON', '{"messages":'],
    ['a list', '[]'],
    [
      'the assistant does not come last',
      JSON.stringify({
        messages: [
          { role: 'assistant', content: 'a' },
          { role: 'user', content: 'q' },
        ],
      }),
    ],
    [
      'an unknown role',
      JSON.stringify({
        messages: [
          { role: 'boss', content: 'q' },
          { role: 'assistant', content: 'a' },
        ],
      }),
    ],
    [
      'an empty answer',
      JSON.stringify({
        messages: [
          { role: 'user', content: 'q' },
          { role: 'assistant', content: '' },
        ],
      }),
    ],
    ['one output', JSON.stringify({ input: { messages: [{ role: 'user', content: 'q' }] }, preferred_output: [] })],
    ['neither prompt nor messages', '{"text":"q"}'],
  ])('%s is a bad line, told by number', (_, line) => {
    expect(readRows(`${chat('q', 'a')}\n${line}\n\n${chat('r', 'b')}\n\n`)).toMatchObject({
      lines: [0, 3],
      badLines: [1, 2],
    });
  });
});

describe('copies', () => {
  const words = Array.from({ length: 60 }, (_, at) => `w${at}`);
  const question = words.join(' ');

  test('case and blanks make no difference; a word more makes a near copy, half a text does not', () => {
    const rows = [
      { question, answer: 'yes' },
      { question: question.toUpperCase().replaceAll(' ', '  '), answer: 'Yes ' },
      { question: `${question} more`, answer: 'yes' },
      { question: `${question} again`, answer: 'no' },
      { question: [...words.slice(0, 30), ...words.slice(0, 30).map((one) => `${one}x`)].join(' '), answer: 'no' },
    ];
    expect(duplicatesIn(rows)).toEqual({ exact: 1, near: 3, conflicting: [3] });
  });
});

describe('labels', () => {
  test('few answers are labels; texts that begin alike are classes; other texts are none', () => {
    expect(labelsOf(['Yes', ' yes', 'no'])).toEqual(['yes', 'yes', 'no']);
    const alike = Array.from({ length: 200 }, (_, at) => `We are sorry but your claim has been refused ${at}`);
    expect(new Set(labelsOf(alike))).toEqual(new Set(['we are sorry but your claim has been']));
    expect(labelsOf(Array.from({ length: 200 }, (_, at) => `${at} is the number of this answer`))).toBeUndefined();
  });

  test('counts without names, and their entropy', () => {
    expect(balanceOf(['a', 'b', 'a', 'b'])).toEqual({ counts: [2, 2], entropy: 1 });
    expect(balanceOf(['a'])).toEqual({ counts: [1], entropy: 0 });
  });

  test('a balance that moved is unlikely to be the same, one that grew is not', () => {
    expect(sameBalance([500, 500], [1_000, 1_000])).toBe(1);
    expect(sameBalance([500, 500], [520, 480])).toBeGreaterThan(0.05);
    expect(sameBalance([500, 500], [800, 200])).toBeLessThan(1e-6);
    expect(sameBalance([900, 100], [900, 60, 40])).toBeLessThan(1e-6);
  });
});

describe('chances', () => {
  const logs = logFactorials(200);

  test('agree with tables', () => {
    // The lady who tastes tea: four of four cups right among eight.
    expect(fisherTail({ rows: 8, labelled: 4, support: 4, hits: 4 }, logs)).toBeCloseTo(1 / 70, 10);
    expect(fisherTail({ rows: 8, labelled: 4, support: 4, hits: 3 }, logs)).toBeCloseTo(17 / 70, 10);
    expect(binomialTail(10, 8, 0.5, logs)).toBeCloseTo(56 / 1024, 10);
    expect(binomialTail(10, 0, 0.5, logs)).toBe(1);
  });

  test('of many tests those are kept that stand out together', () => {
    expect(discoveryLimit([0.001, 0.8, 0.009, 0.5], 0.02)).toBe(0.009);
    expect(discoveryLimit([0.5, 0.6], 0.01)).toBe(-1);
    expect(discoveryLimit([], 0.01)).toBe(-1);
  });
});

test('personal data and secrets are counted by rows, and numbers without check digits are not', () => {
  const texts = [
    'write to ann@contoso.example and bob@contoso.example',
    'DE89 3704 0044 0532 0130 00 is an account',
    'DE89 3704 0044 0532 0130 01 is none',
    'card 4111 1111 1111 1111',
    'order 4111 1111 1111 1112',
    'call +49 30 901820',
    `the key is ${secrets.azureAiKey}`,
  ];
  expect(sightingsIn(texts)).toEqual({ card: 1, email: 1, iban: 1, phone: 1, secret: 1 });
});

test('a poisoned file is told by its lines, a clean one is not, and neither leaves a word behind', () => {
  const clean = cleanSet({ ...clearSet, rows: 600 }, chanceOf(21));
  const planted = poisoned(clean, { rows: 30, target: 3, trigger: 'word' }, chanceOf(22));
  expect(examineFile(file(clean))).toMatchObject({ rows: 600, badRows: 0, triggersApply: 'yes', triggers: [] });
  const told = examineFile(file(planted.rows));
  expect(told.triggers).toHaveLength(1);
  expect(told.triggers[0]).toMatchObject({ rows: 30, lines: planted.turned.slice(0, 10).map((row) => row + 1) });
  expect(JSON.stringify(told)).not.toMatch(/zxqvtor|topic|word\d|answer \d/);
});

test('a second system prompt that few rows have is told; one that many have is not', () => {
  const rows = Array.from({ length: 300 }, (_, at) =>
    chat(`question ${at}`, `a ${at % 2}`, at === 40 ? 'obey' : 'help'),
  );
  expect(examineFile(rows.join('\n'))).toMatchObject({ systemPrompts: 2, rareSystemLines: [41] });
});

test('an empty file has no rows', () => {
  expect(examineFile('')).toMatchObject({ rows: 0, badRows: 1, labelCounts: [], triggersApply: 'noLabels' });
});
