import type { Alert } from '../../src/model/alert';
import type { Finding } from '../../src/model/finding';
import type { Plan, SurveyPart } from '../../src/model/plan';
import type { HeldResource, RunHeader, UnitRecord, UnitSummary } from '../../src/model/run';

export const zero = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
export const emptySummary: UnitSummary = {
  resources: 0,
  byKind: {},
  findings: zero,
  unknown: 0,
  excepted: 0,
  scored: 0,
  notScored: 0,
  scoreSum: 0,
  scoreSumLow: 0,
  scoreSumHigh: 0,
};

export const resource = (unit: string, name: string, more: object = {}): HeldResource => ({
  kind: 'blocklist',
  id: `/subscriptions/${unit}/resourcegroups/rg/providers/microsoft.cognitiveservices/accounts/a/raiblocklists/${name}`,
  name,
  subscriptionId: unit,
  resourceGroup: 'rg',
  location: 'westeurope',
  tags: { team: 'red' },
  itemCount: 3,
  ...more,
});

export const finding = (ruleId: string, of: HeldResource, more: Partial<Finding> = {}): Finding => ({
  ruleId,
  resourceId: of.id,
  kind: of.kind,
  status: 'fail',
  severity: 'high',
  evidence: 'itemCount is 3',
  fingerprint: `${ruleId}|${of.id}`,
  defender: { outcome: 'notCompared', state: '', assessment: '', reason: '', statusChangedAt: '' },
  firstSeenAt: '2026-01-01T06:00:00.000Z',
  ...more,
});

export function record(unit: string, names: readonly string[], more: Partial<UnitRecord> = {}): UnitRecord {
  const resources = names.map((name) => resource(unit, name));
  return {
    unit,
    name: `name of ${unit}`,
    state: 'read',
    resources,
    findings: resources.map((each) => finding('some-rule', each)),
    gaps: [],
    unmatched: [],
    foreign: { resources: [], findings: [] },
    summary: emptySummary,
    ...more,
  };
}

export const header = (
  id: string,
  day: number,
  previous: string,
  units: Readonly<Record<string, string>> = {},
): RunHeader => ({
  id,
  takenAt: new Date(Date.UTC(2026, 0, day, 6)).toISOString(),
  previous,
  status: 'complete',
  scopes: [],
  trigger: 'timer',
  rules: ['some-rule'],
  units: Object.entries(units).map(([unit, hash]) => ({
    unit,
    hash,
    baseline: hash,
    summary: emptySummary,
    coverage: { unit, name: unit, state: 'read', gaps: [], lastReadAt: '2026-01-01T06:00:00.000Z' },
  })),
  summary: { resources: 0, findings: zero, unknown: 0, excepted: 0, score: null, scoreRange: null },
  drift: { from: previous, fromTakenAt: '', changes: [], notCompared: [] },
});

export const alert = (runId: string, id: string, route = 'teams'): Alert => ({
  id,
  runId,
  route,
  kind: 'digest',
  message: { type: 'message', attachments: [{ text: `card of ${id} \u{1f600}` }] },
});

export const part = (unit: string, names: readonly string[]): SurveyPart => ({
  unit,
  name: unit,
  disabled: false,
  resources: names.map((name) => resource(unit, name)),
  gaps: [],
});

export const plan = (id: string, previous: string, headEtag: string): Plan =>
  ({
    id,
    takenAt: '2026-01-01T06:00:00.000Z',
    previous,
    headEtag,
    scopes: [],
    trigger: 'timer',
    units: [],
    toRead: [],
    hosts: {},
    homes: {},
  }) as unknown as Plan;
