import { evaluate } from '../../src/evaluate';
import type { Finding } from '../../src/model/finding';
import { defaultPolicy, type Policy } from '../../src/model/policy';
import type { Kind } from '../../src/model/resource';
import { fail, pass, type Rule } from '../../src/model/rule';
import type { Gap, Snapshot } from '../../src/model/snapshot';

export const sub = '/subscriptions/s/resourcegroups/rg/providers';
export const account = `${sub}/microsoft.cognitiveservices/accounts/acct`;
export const workspace = `${sub}/microsoft.machinelearningservices/workspaces/ws`;
export const storage = `${sub}/microsoft.storage/storageaccounts/st`;

/** A rule over any kind; passes unless told otherwise. */
export const rule = <K extends Kind>(subject: K, more: Partial<Rule<K>> = {}): Rule =>
  ({
    id: `${subject}-rule`,
    subject,
    needs: [],
    title: `${subject} fault`,
    severity: 'high',
    why: 'w',
    fix: { text: 'f' },
    references: [],
    controls: {},
    check: () => pass,
    ...more,
  }) as unknown as Rule;

/** A rule that finds fault with every subject. */
export const strict = <K extends Kind>(subject: K, more: Partial<Rule<K>> = {}): Rule =>
  rule(subject, { check: () => fail('property is wrong'), ...more });

export const snapshot = (more: Partial<Snapshot>): Snapshot => ({
  unit: 's',
  takenAt: '2026-11-24T06:00:00Z',
  resources: [],
  context: [],
  gaps: [],
  contextGaps: [],
  gone: [],
  ...more,
});

export const gap = (kind: Kind, scope: string, more: Partial<Gap> = {}): Gap => ({
  kind,
  scope,
  reason: 'forbidden',
  permission: `read/${kind}`,
  detail: '',
  ...more,
});

export const judged = (
  from: Partial<Snapshot>,
  rules: readonly Rule[],
  policy: Partial<Policy> = {},
): readonly Finding[] => evaluate(snapshot(from), rules, { ...defaultPolicy, ...policy });
