import { renderJson, renderMarkdown, renderTable } from '../../src/report';
import { exactly, recordCallSites } from './callSites';
import { slice, told, type Campaign, type Outcome, type Terms } from './campaign';
import { Weather, type Weathered } from './weather';

type Spoil = (body: string, url: string) => string;
type Json = Readonly<Record<string, unknown>>;

const oddNames = ['a\'b"c', 'a/b', 'a#b?c', '\u{1f600}', '\u202eabc\u202c', 'NaN', '../..', '<at>x</at>', '%2f'];

/** The rows of a page, changed one by one; what has no rows is changed itself. */
const eachRow =
  (edit: (row: Json, at: number) => unknown): Spoil =>
  (body) => {
    const page = JSON.parse(body) as Json;
    const name = ['value', 'data'].find((one) => Array.isArray(page[one]));
    return JSON.stringify(name ? { ...page, [name]: (page[name] as Json[]).map(edit) } : edit(page, 0));
  };

const deep = (text: string): string => `${'{"a":'.repeat(10_000)}${text}${'}'.repeat(10_000)}`;

/** Every value of a kind in place of every other one. */
const replaced = (test: (value: unknown) => boolean, by: unknown): Spoil =>
  eachRow(
    (row) => JSON.parse(JSON.stringify(row, (name, value: unknown) => (name && test(value) ? by : value))) as unknown,
  );

const isEnum = (value: unknown): boolean => typeof value === 'string' && /^[A-Z][A-Za-z]+$/.test(value);

const poisons: Readonly<Record<string, Spoil>> = {
  'words that nobody knows': replaced(isEnum, 'SomethingNew'),
  'null for every list': replaced(Array.isArray, null),
  'a text for every list': replaced(Array.isArray, 'x'),
  'null for every truth value': replaced((value) => typeof value === 'boolean', null),
  'numbers that are texts': replaced((value) => typeof value === 'number', 'NaN'),
  'a megabyte of tags': eachRow((row) => ({ ...row, tags: { big: 'x'.repeat(1_000_000), 'a\u202e': '\u{1f600}' } })),
  'ten thousand levels': (body) => body.replace(/"properties":\{/g, () => `"properties":{"deep":${deep('1')},`),
  'odd names in ids': eachRow((row, at) =>
    typeof row.id === 'string'
      ? { ...row, id: `${row.id}${oddNames[at % oddNames.length]}`, name: oddNames[at % oddNames.length] }
      : row,
  ),
  'no ids': eachRow((row) => ({ ...row, id: null })),
  'rows that are none': eachRow((row, at) => [null, 7, 'x', [], row][at % 5]),
  'an endless list': (body, url) => JSON.stringify({ ...(JSON.parse(body) as Json), nextLink: url }),
  'every row twice': (body) => {
    const page = JSON.parse(body) as Json;
    return JSON.stringify(
      Array.isArray(page['value']) ? { ...page, value: [page['value'], page['value']].flat() } : page,
    );
  },
};

/** What no poison may do: break the audit, make it say what it did not read, or break an output. */
async function swallow(weather: Weather, name: string, key: string, spoil: Spoil): Promise<readonly string[]> {
  const match = exactly(key);
  const spoiled = (url: string, body: string): string | undefined =>
    match.test(url) ? spoil(body, `${weather.azure.origin}${url.split(' ')[1] ?? ''}`) : undefined;
  try {
    const ended = await weather.under(({ knobs }) => void Object.assign(knobs, { spoil: spoiled }));
    return outputProblems(ended).map((problem) => `${name} at ${key.slice(0, 200)}: ${problem}`);
  } catch (error) {
    return [`${name} at ${key.slice(0, 200)}: broke off: ${told(error)}`];
  }
}

function outputProblems({ run, header }: Weathered): readonly string[] {
  const input = { header, last: undefined, titles: new Map<string, string>() };
  const [json, markdown, table] = [renderJson(run), renderMarkdown(run, input), renderTable(run, input)];
  const back = JSON.parse(json) as { readonly id?: unknown };
  const control = Array.from(table).some(
    (letter) => letter !== '\n' && (letter < ' ' || /[\u202a-\u202e\u2066-\u2069]/.test(letter)),
  );
  return [
    ...(back.id === run.id ? [] : ['its JSON is not that of the run']),
    ...(markdown.includes('<at>') ? ['its Markdown mentions somebody'] : []),
    ...(control ? ['its table holds control characters'] : []),
  ];
}

async function run({ seed, scale }: Terms): Promise<Outcome> {
  const weather = await Weather.begin({ seed: 5, subscriptions: 2, accounts: 2, workspaces: 1 }, { seed });
  try {
    const sites = await recordCallSites(weather.azure, () => weather.under(() => undefined));
    const cases = sites.flatMap(({ pages }) =>
      Object.entries(poisons).map(([name, spoil]) => ({ name, spoil, key: pages[0] ?? '' })),
    );
    const failures: string[] = [];
    const chosen = slice(cases.length, scale).map((n) => cases[n - 1]!);
    for (const { name, spoil, key } of chosen) failures.push(...(await swallow(weather, name, key, spoil)));
    return { cases: chosen.length, failures };
  } finally {
    await weather.end();
  }
}

export const poison: Campaign = { name: 'poison in the bodies of every call site', run };
