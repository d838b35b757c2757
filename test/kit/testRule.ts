import { defaultPolicy, type Policy } from '../../src/model/policy';
import type { Kind, KindMap, Resource } from '../../src/model/resource';
import type { Rule } from '../../src/model/rule';
import type { Gap } from '../../src/model/snapshot';
import { evaluate } from '../../src/evaluate';
import { safe } from './safe';

/** What a case changes on an all-safe subject, and what stands around it. */
export interface RuleCase<K extends Kind> {
  /** Properties laid over the all-safe subject. */
  readonly subject?: Partial<KindMap[K]>;
  /** Further resources: children name the subject by `parentId`. */
  readonly around?: readonly Resource[];
  readonly gaps?: readonly Gap[];
  readonly policy?: Partial<Policy>;
  /** Words that the evidence must hold (fail), or the reason (notApplicable, unknown). */
  readonly says?: string;
  readonly severity?: string;
  readonly takenAt?: string;
}

/** Cases of each verdict, each with its name. One pass and one fail at least, demanded by the type. */
export interface RuleCases<K extends Kind> {
  readonly pass: readonly [NamedCase<K>, ...NamedCase<K>[]];
  readonly fail: readonly [NamedCase<K>, ...NamedCase<K>[]];
  readonly notApplicable?: readonly NamedCase<K>[];
  readonly unknown?: readonly NamedCase<K>[];
}
type NamedCase<K extends Kind> = RuleCase<K> & { readonly name: string };

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** A surrounding resource is judged only when something uses it: the kit's workspace uses the subject by id. */
const user = (subject: Resource): Resource =>
  safe('mlWorkspace', {
    id: '/subscriptions/s/resourcegroups/kit/providers/microsoft.machinelearningservices/workspaces/user',
    storageAccountId: rootOf(subject),
  });

/** The account of a blob container and the like: four segments after `providers`. */
const rootOf = (subject: Resource): string =>
  /^(.*?\/providers\/[^/]+\/[^/]+\/[^/]+)/.exec(subject.id)?.[1] ?? subject.id;

function run<K extends Kind, N extends Kind>(
  rule: Rule<K, N>,
  testCase: NamedCase<K>,
): { status: string; evidence: string; severity: string } {
  const subject = safe(rule.subject, testCase.subject) as Resource;
  const top = rootOf(subject) === subject.id ? [] : [safe('storageAccount', { id: rootOf(subject) })];
  const around = testCase.around ?? [];
  const context = [user(subject), ...top.filter((t) => !around.some((a) => a.id === t.id))];
  const snapshot = deepFreeze({
    unit: subject.subscriptionId,
    takenAt: testCase.takenAt ?? '2026-11-24T06:00:00Z',
    resources: [subject, ...around],
    context,
    gaps: testCase.gaps ?? [],
    contextGaps: [],
    gone: [],
  });
  const enabled = { rules: { [rule.id]: { enabled: true } } };
  const policy = { ...defaultPolicy, ...enabled, ...testCase.policy };
  const findings = evaluate(snapshot, [rule as unknown as Rule], policy).filter((f) => f.resourceId === subject.id);
  if (findings.length !== 1) throw new Error(`${rule.id} judged ${subject.id} ${findings.length} times`);
  return findings[0]!;
}

/**
 * Runs a rule over plain data: each case lays `subject` over an all-safe resource of the rule's kind. The input is deep-frozen, so a
 * check that writes to it throws. No mocks: a rule that would need one is in the wrong room.
 */
export function testRule<K extends Kind, N extends Kind>(rule: Rule<K, N>, cases: RuleCases<K>): void {
  describe(rule.id, () => {
    for (const status of ['pass', 'fail', 'notApplicable', 'unknown'] as const)
      for (const testCase of cases[status] ?? [])
        it(`${status}: ${testCase.name}`, () => {
          const finding = run(rule, testCase);
          expect(finding).toMatchObject({ status, severity: testCase.severity ?? rule.severity });
          expect(finding.evidence).toContain(testCase.says ?? '');
          if (status === 'fail') expect(finding.evidence.length).toBeGreaterThan(8);
        });
  });
}
