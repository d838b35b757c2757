import { renderPlan, renderPlanMarkdown } from '../../src/report';
import { readRun } from '../../src/steps/readRun';
import { remedy } from '../../src/steps/remedy';
import { Life } from './life';

jest.setTimeout(60_000);

let life: Life;
beforeAll(async () => {
  life = await Life.begin({});
  await life.audit();
});
afterAll(() => life.end());

const planned = async (most: number) => remedy(life.world, (await life.world.store.header('latest'))!, most);

test('begins where the run stands, and each step stands no worse than the one before it', async () => {
  const run = (await readRun(life.world, 'latest'))!;
  const plan = await planned(8);
  expect(plan.before).toEqual({
    score: run.summary.score,
    findings: run.summary.findings,
    paths: expect.any(Number) as number,
  });
  const scores = [plan.before, ...plan.steps.map(({ after }) => after)].map(({ score }) => score ?? 0);
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(plan.steps.length).toBe(8);
  expect(plan.steps.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('closes paths first, by changes that were made on a copy and judged again', async () => {
  const { before, steps } = await planned(6);
  expect(before.paths).toBeGreaterThan(0);
  const [first] = steps;
  expect(first).toMatchObject({
    simulated: true,
    effort: expect.stringMatching(/flag|role|network|rebuild/) as string,
  });
  expect(first!.closes.length).toBeGreaterThan(0);
  expect(first!.after.paths).toBe(before.paths - first!.closes.length + first!.opens.length);
});

test('says what would still be so: a step ends findings that were open, and no others', async () => {
  const run = (await readRun(life.world, 'latest'))!;
  const open = new Set(
    run.findings.filter(({ status }) => status === 'fail').map((one) => `${one.ruleId} ${one.resourceId}`),
  );
  for (const { resolves } of (await planned(10)).steps)
    for (const { ruleId, resourceId } of resolves) expect(open).toContain(`${ruleId} ${resourceId}`);
});

test('leaves accepted risks alone', async () => {
  const step = (await planned(10)).steps.find(({ simulated }) => !simulated)!;
  for (const scope of step.on) await life.except(step.change, scope, 30);
  expect((await planned(10)).steps.map(({ change }) => change)).not.toContain(step.change);
});

test('reads as text and as Markdown, each command for its own resource', async () => {
  const plan = await planned(5);
  const text = renderPlan(plan);
  expect(text).toContain('aispm changes nothing itself');
  expect(text).toMatch(/ 1\. .+\n {4}on .+\n {4}closes .+ → score \d+/);
  expect(text).not.toMatch(/\b(RESOURCE|ASSIGNMENT)_ID\b/);
  expect(renderPlanMarkdown(plan)).toContain('## 1\\. '.replace('\\', ''));
});
