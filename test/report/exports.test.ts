import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { exportFormats, type ExportFormat } from '../../src/model/exportFormat';
import type { Finding } from '../../src/model/finding';
import type { Kind, Resource } from '../../src/model/resource';
import type { Run } from '../../src/model/run';
import { renderExport, type ExportInput } from '../../src/report';
import { readRun } from '../../src/steps/readRun';
import { decide } from '../../src/steps/decide';
import { safe } from '../kit/safe';
import { Life } from '../steps/life';
import { bomFaults, csvRows, jsonFaults, junitFaults, linesOf, ocsfFaults, sarifFaults } from './validators';
import { header, input as reportInput } from './runs';

jest.setTimeout(120_000);

let life: Life;
let run: Run;
let input: ExportInput;
const write = (format: ExportFormat, of: Run = run): string =>
  renderExport(format, of, input, reportInput(header({ id: of.id }))).text;

/** Kinds that are parts of a bill of materials. */
const parts = [
  ...(['deployment', 'agent', 'connection', 'onlineEndpoint', 'batchEndpoint', 'serverlessEndpoint'] as const),
  ...(['modelVersion', 'dataAsset', 'datastore', 'trainingFile', 'guardrail', 'blocklist'] as const),
] as const satisfies readonly Kind[];
const flawed = { package: 'mlflow', version: '2.9.1', severity: 'critical', malicious: false } as const;

/** One resource of each kind that the demo tenant has not, and an environment with a pinned package that has two published flaws. */
function absent({ resources }: Run): readonly Resource[] {
  const there = new Set(resources.map(({ kind }) => kind));
  const packages = ['mlflow', 'mlflow', 'numpy'].map(
    (name) => ({ name, ecosystem: 'PyPI', pinned: 'exact', version: name === 'numpy' ? '2.0.0' : '2.9.1' }) as const,
  );
  const environment = safe('environmentVersion', { id: `${safe('environmentVersion').id}-pinned`, packages });
  return [
    ...parts.filter((kind) => !there.has(kind)).map((kind) => safe(kind)),
    environment,
    safe('environmentAdvisories', {
      parentId: environment.id,
      advisories: [
        { ...flawed, id: 'CVE-2024-27132' },
        { ...flawed, id: 'MAL-1', severity: 'notTold' },
      ],
    }),
  ];
}

beforeAll(async () => {
  life = await Life.begin({ optIn: ['agents', 'searchIndexes', 'trainingFiles', 'appSettings'] });
  life.subscription('denied');
  await life.audit();
  const [accepted, snoozed] = (await readRun(life.world, 'latest'))!.findings.filter(({ status }) => status === 'fail');
  await life.except(accepted!.ruleId, accepted!.resourceId, 30);
  const until = new Date(Date.parse(life.world.now()) + 30 * 86_400_000).toISOString();
  await decide(
    life.world,
    { kind: 'snooze', rule: snoozed!.ruleId, scope: snoozed!.resourceId, reason: 'Budget in January.', until },
    'ada',
  );
  const kept = (await readRun(life.world, 'latest'))!;
  run = { ...kept, resources: [...kept.resources, ...absent(kept)] };
  input = { rules: new Map(life.world.rules.map((rule) => [rule.id, rule])), version: '0.1.0' };
});
afterAll(() => life.end());

const count = (of: Run, ...statuses: Finding['status'][]): number =>
  of.findings.filter(({ status }) => statuses.includes(status)).length;

const faultsOf: Readonly<Record<Exclude<ExportFormat, 'md' | 'csv'>, (text: string) => unknown>> = {
  json: jsonFaults,
  sarif: sarifFaults,
  ocsf: ocsfFaults,
  cyclonedx: bomFaults,
  junit: junitFaults,
};
const checked = Object.keys(faultsOf) as (keyof typeof faultsOf)[];

test('the run holds what is to be told: passes, faults, accepted and snoozed ones, and what was not seen', () => {
  expect(count(run, 'pass')).toBeGreaterThan(100);
  expect(count(run, 'fail')).toBeGreaterThan(100);
  expect(count(run, 'unknown')).toBeGreaterThan(0);
  expect(count(run, 'excepted')).toBe(1);
  expect(run.findings.filter(({ decision }) => decision?.kind === 'snooze')).toHaveLength(1);
});

test.each(checked)('%s of the demo tenant is valid by its schema', async (format) => {
  expect(await faultsOf[format](write(format))).toEqual([]);
});

test.each(exportFormats)('%s has the same bytes for the same run', (format) => {
  expect(write(format, structuredClone(run))).toBe(write(format));
});

test.each(exportFormats)('%s has a name that any file system takes', (format) => {
  const of = { ...run, id: '../..\\"x;\r\nå' };
  const { fileName } = renderExport(format, of, input, reportInput(header()));
  expect(fileName).toMatch(/^aispm-[A-Za-z0-9.-]+$/);
  expect(fileName).not.toContain('..');
});

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly justification: string }[];
  readonly locations: readonly { readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[] }[];
}
interface SarifRun {
  readonly results: readonly SarifResult[];
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] } };
  readonly invocations: readonly {
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
}
const sarifOf = (of: Run): SarifRun => (JSON.parse(write('sarif', of)) as { runs: [SarifRun] }).runs[0];

describe('SARIF', () => {
  test('an unknown verdict is open, and no verdict that was not a fault is one', () => {
    const { results } = sarifOf(run);
    expect(results).toHaveLength(count(run, 'fail', 'unknown', 'excepted'));
    expect(results.filter(({ kind, level }) => kind === 'open' && level === 'none')).toHaveLength(
      count(run, 'unknown'),
    );
    expect(results.filter(({ kind }) => kind === 'fail')).toHaveLength(count(run, 'fail', 'excepted'));
  });

  test('what was accepted or snoozed is suppressed and says why', () => {
    const told = sarifOf(run).results.flatMap(({ suppressions }) => suppressions.map((one) => one.justification));
    expect(told.sort()).toEqual([
      expect.stringMatching(/^Accepted by ai-platform until 2026-12-\d\d: The partner moves next week\.$/),
      expect.stringMatching(/^Snoozed by ada until 2026-12-\d\d: Budget in January\.$/),
    ]);
  });

  test('each result points at its rule, its resource and a fingerprint that outlives a change of words', () => {
    const { results, tool } = sarifOf(run);
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(locations[0]?.logicalLocations[0]?.fullyQualifiedName).toMatch(/^\//);
    }
    const prints = (of: Run) => sarifOf(of).results.map(({ partialFingerprints }) => partialFingerprints);
    const reworded = { ...run, findings: run.findings.map((one) => ({ ...one, evidence: `other ${one.evidence}` })) };
    expect(prints(reworded)).toEqual(prints(run));
    expect(tool.driver.rules.filter(({ helpUri }) => helpUri)).toHaveLength(tool.driver.rules.length);
  });

  test('says what was not read', () => {
    const unread = run.coverage.filter(({ state }) => state === 'partial' || state === 'notRead');
    const told = sarifOf(run).invocations.flatMap((one) =>
      one.toolExecutionNotifications.map(({ message }) => message.text),
    );
    expect(told).toHaveLength(unread.length);
    for (const [at, { unit }] of unread.entries()) expect(told[at]).toContain(unit);
    expect(told.join()).toContain('Microsoft.');
  });
});

test('OCSF: unknown is a warning, accepted stays a failure and is suppressed with the reason', () => {
  const events = linesOf(write('ocsf')) as unknown as readonly {
    status_id: number;
    comment?: string;
    compliance: { status_id: number };
  }[];
  const with_ = (id: number): number => events.filter(({ compliance }) => compliance.status_id === id).length;
  expect(events).toHaveLength(run.findings.length);
  expect([1, 2, 3, 99].map(with_)).toEqual([
    count(run, 'pass'),
    count(run, 'unknown'),
    count(run, 'fail', 'excepted'),
    count(run, 'notApplicable'),
  ]);
  const suppressed = events.filter(({ status_id }) => status_id === 3);
  expect(suppressed).toHaveLength(2);
  expect(suppressed.every(({ comment, compliance }) => comment !== undefined && compliance.status_id === 3)).toBe(true);
});

test('JUnit: faults fail, what was not seen is an error, what was accepted is skipped with the reason', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === 'testcase' || name === 'testsuite',
  });
  const { testsuites } = parser.parse(write('junit')) as {
    testsuites: Record<string, string> & { testsuite: { testcase: Record<string, Record<string, string>>[] }[] };
  };
  const cases = testsuites.testsuite.flatMap(({ testcase }) => testcase);
  const having = (what: string) => cases.filter((one) => what in one).length;
  expect({ all: cases.length, failure: having('failure'), error: having('error'), skipped: having('skipped') }).toEqual(
    {
      all: count(run, 'pass', 'fail', 'unknown', 'excepted'),
      failure: count(run, 'fail') - 1,
      error: count(run, 'unknown'),
      skipped: 2,
    },
  );
  expect([testsuites['@_tests'], testsuites['@_failures'], testsuites['@_errors']]).toEqual(
    [cases.length, having('failure'), having('error')].map(String),
  );
});

interface Bom {
  readonly serialNumber: string;
  readonly components: readonly BomPart[];
  readonly services: readonly BomPart[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly compositions: readonly { readonly aggregate: string }[];
  readonly vulnerabilities?: readonly { readonly id: string; readonly affects: readonly { readonly ref: string }[] }[];
}
interface BomPart {
  readonly 'bom-ref': string;
  readonly type?: string;
  readonly name: string;
  readonly version?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly modelCard?: {
    readonly considerations: { readonly ethicalConsiderations?: readonly { readonly name: string }[] };
  };
  readonly data?: readonly { readonly type: string }[];
  readonly services?: readonly BomPart[];
  readonly components?: readonly BomPart[];
}

describe('CycloneDX', () => {
  const bomOf = (of: Run): Bom => JSON.parse(write('cyclonedx', of)) as Bom;
  const kinds = (...wanted: string[]): number => run.resources.filter(({ kind }) => wanted.includes(kind)).length;
  const inside = (part: BomPart): readonly BomPart[] => [
    part,
    ...[...(part.services ?? []), ...(part.components ?? [])].flatMap(inside),
  ];

  test('holds every model, dataset, environment and service of the run once', () => {
    const { components, services } = bomOf(run);
    const models = new Set(
      run.resources.flatMap((one) =>
        one.kind === 'deployment' ? [`${one.model.format}/${one.model.name}/${one.model.version}`] : [],
      ),
    );
    const of = (type: string) => components.filter((one) => one.type === type);
    expect(of('machine-learning-model')).toHaveLength(models.size + kinds('modelVersion'));
    expect(of('data').filter(({ data }) => data?.[0]?.type === 'dataset')).toHaveLength(
      kinds('dataAsset', 'datastore', 'trainingFile'),
    );
    expect(of('container')).toHaveLength(kinds('environmentVersion'));
    expect(services).toHaveLength(
      kinds('deployment', 'onlineEndpoint', 'batchEndpoint', 'serverlessEndpoint', 'agent', 'connection'),
    );
    for (const one of of('machine-learning-model')) expect(one.modelCard).toBeDefined();
    for (const kind of parts) expect({ kind, some: kinds(kind) > 0 }).toEqual({ kind, some: true });
    process.stdout.write(
      `CycloneDX: ${models.size} deployed models, ${kinds('modelVersion')} registered, ${of('data').length} data, ${of('container').length} environments, ${services.length} services; ${run.findings.length} findings\n`,
    );
  });

  test('has no reference that leads nowhere, and none twice', () => {
    const { components, services, dependencies } = bomOf(run);
    const refs = [...components, ...services].flatMap(inside).map((part) => part['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const known = new Set([...refs, ...dependencies.map(({ ref }) => ref)]);
    for (const { dependsOn = [] } of dependencies) for (const ref of dependsOn) expect(known).toContain(ref);
    expect(dependencies.filter(({ dependsOn = [] }) => dependsOn.length > 0).length).toBeGreaterThanOrEqual(
      kinds('deployment'),
    );
  });

  test('tells published flaws of pinned packages, each against a part of the bill', () => {
    const { components, vulnerabilities = [] } = bomOf(run);
    const refs = new Set(components.flatMap(inside).map((part) => part['bom-ref']));
    expect(vulnerabilities.map(({ id, affects }) => [id, affects.length])).toEqual([
      ['CVE-2024-27132', 2],
      ['MAL-1', 2],
    ]);
    for (const { affects } of vulnerabilities) {
      for (const { ref } of affects) expect(refs).toContain(ref);
    }
  });

  test('says of a part that was not read in which run it last was', () => {
    const old = run.resources.map((one) => (one.kind === 'deployment' ? { ...one, carriedFrom: 'r-old' } : one));
    const told = bomOf({ ...run, resources: old }).services.filter(({ properties = [] }) =>
      properties.some(({ name, value }) => name === 'aispm:lastReadIn' && value === 'r-old'),
    );
    expect(told).toHaveLength(kinds('deployment'));
    expect(write('cyclonedx')).not.toContain('lastReadIn');
  });

  test('tells the open faults of a model as its risks', () => {
    const risks = bomOf(run).components.flatMap(
      ({ modelCard }) => modelCard?.considerations.ethicalConsiderations ?? [],
    );
    expect(risks.length).toBeGreaterThan(0);
  });

  test('never says that it is complete, and another run has another number', () => {
    expect(bomOf(run).compositions).toEqual([{ aggregate: 'incomplete' }]);
    const whole = { ...run, coverage: [] };
    expect(bomOf(whole).compositions).toEqual([{ aggregate: 'unknown' }]);
    expect(bomOf({ ...run, id: 'other' }).serialNumber).not.toBe(bomOf(run).serialNumber);
  });
});

test('CSV: a line for each verdict, and no cell a spreadsheet runs', () => {
  const rows = csvRows(write('csv'));
  expect(rows).toHaveLength(run.findings.length);
  expect(rows.filter(({ status }) => status === 'unknown')).toHaveLength(count(run, 'unknown'));
  expect(rows.filter(({ decision }) => decision !== '')).toHaveLength(2);
});

/** The first of each status, with every text that Azure or people give exchanged for a hostile one. */
function hostile(text: string): Run {
  const kinds = new Map(run.resources.map((one) => [one.kind, one]));
  const rename = <T>(value: T, key = ''): T => {
    if (typeof value === 'string') {
      const keeps =
        /^(kind|status|severity|id|parentId|reason|outcome|fingerprint|ruleId|type|of|publicNetworkAccess|takenAt|.*At|until|at)$/.test(
          key,
        );
      return (keeps ? value : text) as T;
    }
    if (Array.isArray(value)) return value.map((one: unknown) => rename(one, key)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rename(one as unknown, name)])) as T;
  };
  const findings = [...new Map(run.findings.map((one) => [one.decision?.kind ?? one.status, one])).values()].map(
    (one) => ({
      ...rename(one),
      resourceId: `/subscriptions/s/${text}`,
      decision: one.decision && { ...one.decision, reason: text, owner: text },
    }),
  ) as unknown as Finding[];
  const resources = [...kinds.values()].map((one) => ({ ...rename(one), id: `/subscriptions/s/${one.kind}/${text}` }));
  const coverage = run.coverage.map((one) => ({ ...one, name: text }));
  return { ...run, findings, resources, coverage, paths: [] };
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＠', ';', ',', '"', "'", ' ', 'a', '|'),
    maxLength: 12,
  }),
  fc.string({
    unit: fc.constantFrom(
      ']]>',
      '<',
      '>',
      '&',
      '&amp;',
      '"',
      "'",
      '\\',
      '\u0000',
      '\u001b',
      '\u202e',
      '\u2028',
      '\ud800',
      '\udfff',
      '\ufffe',
      '\uffff',
      '😀',
      '%',
      '%zz',
      '[',
      '{',
      '`',
      '<!--',
      '?>',
    ),
    maxLength: 16,
  }),
  fc.constantFrom('__proto__', 'constructor', 'https://u:p@h/a|b?sig=x#y', 'https://[', 'azureml://x/[%zz]'),
);
const hostileTimes = 60;
const readBack: Readonly<Record<Exclude<ExportFormat, 'md'>, (of: Run) => unknown>> = {
  json: (of) => jsonFaults(write('json', of)),
  sarif: (of) => sarifFaults(write('sarif', of)),
  ocsf: (of) => [
    ...ocsfFaults(write('ocsf', of)),
    ...(linesOf(write('ocsf', of)).length === of.findings.length ? [] : ['lines']),
  ],
  cyclonedx: (of) => bomFaults(write('cyclonedx', of)),
  junit: (of) => junitFaults(write('junit', of)),
  csv: (of) =>
    csvRows(write('csv', of))
      .flatMap((row) => Object.values(row))
      .filter((cell) => /(^|[,;|])[\s"']*[=+\-@＝＋－＠]/.test(cell) && !/(^|[,;|])[\s"']*'[=+\-@＝＋－＠]/.test(cell)),
};
test.each(Object.keys(readBack) as (keyof typeof readBack)[])('%s stays whole with hostile names', async (format) => {
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      expect(await readBack[format](hostile(text))).toEqual([]);
      expect(write(format, hostile(text))).not.toMatch(
        format === 'json' ? /[\u0000-\u0009\u000b-\u001f]/ : /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202e]/,
      );
    }),
    { numRuns: format === 'junit' || format === 'cyclonedx' ? hostileTimes / 2 : hostileTimes },
  );
});
