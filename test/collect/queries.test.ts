// Microsoft's parser is compiled from C#: plain scripts that set globals, the first one needed by the second.
import '@kusto/language-service-next/bridge.min.js';
import '@kusto/language-service-next/Kusto.Language.Bridge.min.js';
import { surveyCollectors } from '../../src/collect';

interface Diagnostics {
  readonly Count: number;
  getItem(index: number): { readonly Message: string };
}
const { KustoCode } = (
  globalThis as unknown as {
    Kusto: { Language: { KustoCode: { Parse(query: string): { GetDiagnostics(): Diagnostics } } } };
  }
).Kusto.Language;

function faults(query: string): string[] {
  const found = KustoCode.Parse(query).GetDiagnostics();
  return Array.from({ length: found.Count }, (_, index) => found.getItem(index).Message);
}

const queries = [...new Set(surveyCollectors.map(({ query }) => query))];

test('the parser does find faults', () => {
  expect(faults('resources | wher type == 1')).not.toEqual([]);
});

test('five queries serve all survey kinds', () => {
  expect(queries).toHaveLength(5);
});

test.each(queries)("Microsoft's parser accepts %s", (query) => {
  expect(faults(query)).toEqual([]);
});

test.each(queries)('%s computes nothing', (query) => {
  const lines = query.split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^[a-z]+$/);
  expect(lines[1]).toMatch(/^\| where type in~ \('[a-z./]+'(, '[a-z./]+')*\)$/);
  expect(lines[2]).toMatch(/^\| project \w+(, \w+)*$/);
  expect(lines[3]).toBe('| order by id asc');
});

test.each(surveyCollectors)('$kind asks for its types, and each type belongs to one kind', ({ query, types }) => {
  for (const type of types) {
    expect(query).toContain(`'${type}'`);
    expect(surveyCollectors.filter((other) => other.types.includes(type))).toHaveLength(1);
  }
});
