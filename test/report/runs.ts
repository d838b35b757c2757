import { toHeader } from '../../src/steps/header';
import type { Change } from '../../src/model/drift';
import { defaultPolicy } from '../../src/model/policy';
import type { Run, RunHeader, UnitEntry, UnitState } from '../../src/model/run';
import type { Gap } from '../../src/model/snapshot';
import type { CardInput } from '../../src/report/teamsCard';
import type { ReportInput } from '../../src/report';
import { emptySummary, finding, plan, zero } from '../store/records';
import { safe } from '../kit/safe';

export const titles = new Map([['r', 'AI account accepts API keys']]);

export const unit = (name: string, state: UnitState = 'read', gaps: readonly Gap[] = []): UnitEntry => ({
  unit: name,
  hash: 'h',
  baseline: 'h',
  summary: emptySummary,
  coverage: { unit: name, name: `sub ${name}`, state, gaps, lastReadAt: '' },
});

export const change = (more: Partial<Change> = {}): Change => ({
  id: 'c-1',
  kind: 'opened',
  sort: 'posture',
  unit: 's',
  resourceId: '/subscriptions/s/resourcegroups/rg/providers/microsoft.cognitiveservices/accounts/acct',
  resourceKind: 'aiAccount',
  name: 'acct',
  property: 'disableLocalAuth',
  before: 'true',
  after: 'false',
  severity: 'high',
  actor: 'a.nilsen@halden.example',
  at: '2026-11-24T03:12:00Z',
  client: '',
  correlationId: '',
  approval: '',
  findings: [{ ruleId: 'r', resourceId: 'x', fingerprint: 'f', from: 'pass', to: 'fail', severity: 'high' }],
  ...more,
});

export const header = (more: Partial<RunHeader> = {}): RunHeader => ({
  ...toHeader(plan('r2', 'r1', ''), [], undefined, [], defaultPolicy),
  takenAt: '2026-11-24T06:00:00Z',
  units: [unit('a'), unit('b')],
  summary: { resources: 2, findings: { ...zero, high: 1 }, unknown: 0, excepted: 0, score: 70, scoreRange: [70, 70] },
  ...more,
});

export const changed = (changes: readonly Change[], more: Partial<RunHeader> = {}): RunHeader =>
  header({ drift: { from: 'r1', fromTakenAt: '2026-11-23T06:00:00Z', changes, notCompared: [] }, ...more });

export const input = (of: RunHeader, last: RunHeader | undefined = header({ id: 'r1' })): ReportInput => ({
  header: of,
  last,
  titles,
});

/** What a digest of the run is made from, or, without a run before it, the welcome. */
export const cardInput = (of: RunHeader, last: RunHeader | undefined, more: Partial<CardInput> = {}): CardInput => ({
  ...{ header: of, last, titles, kind: last ? 'digest' : 'baseline', alertId: 'a1b2c3' },
  links: { api: 'https://app.azurewebsites.net/api', portal: 'https://portal.azure.com' },
  ...{ changes: of.drift.changes, elsewhere: 0, quiet: 0, rules: new Map(), missed: [], week: [] },
  ...more,
});

export const run = (of: RunHeader, more: Partial<Run> = {}): Run => ({
  id: of.id,
  takenAt: of.takenAt,
  status: of.status,
  scopes: [],
  coverage: of.units.map(({ coverage }) => coverage),
  summary: of.summary,
  resources: [],
  findings: [finding('r', safe('aiAccount'))],
  paths: [],
  defender: { unmatched: [] },
  drift: of.drift,
  ...more,
});
