import { execFileSync } from 'node:child_process';
import { surveyCollectors } from '../../src/collect';

/**
 * Microsoft's parser is compiled from C#: plain scripts that set globals, the first one needed by the second. In a process of its own it
 * takes one second; among jest's globals it took sixteen and kept a timer.
 */
const parser = `
  require('@kusto/language-service-next/bridge.min.js');
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
  const faults = (query) => {
    const found = Kusto.Language.KustoCode.Parse(query).GetDiagnostics();
    return Array.from({ length: found.Count }, (_, index) => found.getItem(index).Message);
  };
  const queries = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  process.stdout.write(JSON.stringify(queries.map(faults)), () => process.exit(0));
`;

/** What the parser finds wrong with each query. */
const faultsOf = (asked: readonly string[]): string[][] =>
  JSON.parse(
    execFileSync(process.execPath, ['-e', parser], { cwd: __dirname, input: JSON.stringify(asked), encoding: 'utf8' }),
  ) as string[][];

const queries = [...new Set(surveyCollectors.map(({ query }) => query))];

test("Microsoft's parser accepts every query, and would have found a fault", () => {
  const [fault, ...found] = faultsOf(['resources | wher type == 1', ...queries]);
  expect(fault).not.toEqual([]);
  expect(found).toEqual(queries.map(() => []));
});

test('seven queries serve all survey kinds', () => {
  expect(queries).toHaveLength(7);
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
