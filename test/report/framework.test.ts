import { frameworkScore } from '../../src/evaluate';
import { renderFramework, renderFrameworkMarkdown, toFrameworkJson } from '../../src/report';
import { frameworks } from '../../src/rules/frameworks';
import { rule } from '../evaluate/snapshots';
import { finding } from '../store/records';
import { safe } from '../kit/safe';
import { header, unit } from './runs';

const agentic = frameworks.find(({ id }) => id === 'owasp-agentic-2026')!;
const rules = [
  rule('aiAccount', { id: 'r-a', controls: { owaspAgentic2026: ['ASI01', 'ASI03'] } }),
  rule('aiAccount', { id: 'r-b', controls: { owaspAgentic2026: ['ASI02'] } }),
];
const open = ['one', 'two', 'three', 'four\u202E'].map((resourceId) =>
  finding('r-a', safe('aiAccount', { id: resourceId }), {
    status: 'fail',
    severity: 'high',
    evidence: 'disableLocalAuth is false',
  }),
);
const standing = frameworkScore(agentic, [...open, finding('r-b', safe('aiAccount'), { status: 'pass' })], rules);
const of = header({ units: [unit('a'), unit('b', 'notRead')] });

it('shows coverage and score first, then each control, those without a rule too', () => {
  const lines = renderFramework(standing, of).split('\n');
  expect(lines[1]).toMatch(/^Coverage +1 of 2 subscriptions read, 1 not read\./);
  expect(lines[2]).toMatch(/^Score +33\.3 %: 1 of 3 controls met, 0 unknown, 7 without a rule\.$/);
  expect(lines).toContainEqual(expect.stringMatching(/^ASI02 +✓ met +Tool Misuse and Exploitation +1 pass$/));
  expect(lines).toContainEqual(expect.stringMatching(/^ASI09 +no rule +Human-Agent Trust Exploitation$/));
});

it('shows the worst three faults of a control and how many more there are, safe to print', () => {
  const text = renderFramework(standing, of);
  const after = text.slice(text.indexOf('ASI01'), text.indexOf('ASI02'));
  expect(after.match(/▲ r-a/g)).toHaveLength(3);
  expect(after).toContain('and 1 more');
  expect(text).not.toContain('\u202E');
});

it('is a Markdown table with the same rows', () => {
  const text = renderFrameworkMarkdown(standing, of);
  expect(text).toContain('| ASI02 | Tool Misuse and Exploitation | ✓ met | 1 pass |  |');
  expect(text.match(/^\| ASI\d\d \|/gm)).toHaveLength(10);
});

it('is JSON with every control and its open faults', () => {
  const json = toFrameworkJson(standing) as {
    score: number;
    controls: { id: string; state: string; open: unknown[] }[];
  };
  expect(json).toMatchObject({ id: 'owasp-agentic-2026', source: 'ours', score: 33.3 });
  expect(json.controls).toHaveLength(10);
  expect(json.controls[0]).toMatchObject({ id: 'ASI01', scope: 'posture', state: 'notMet', fail: 4, rules: ['r-a'] });
  expect(json.controls[0]!.open[0]).toMatchObject({ ruleId: 'r-a', evidence: 'disableLocalAuth is false' });
});
