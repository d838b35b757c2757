import { corpus } from './corpus';
import { figures, type Judged } from './figures';
import { judge } from './judge';

const byKind = [...Map.groupBy(corpus, ({ subject }) => subject.kind)];
const seen = new Map<string, readonly Judged[]>();

/** Judged inside the tests that ask, each kind once: a mutation test sees by this which test covers which rule. */
function judgedOf(kind: string): readonly Judged[] {
  const known = seen.get(kind) ?? corpus.filter(({ subject }) => subject.kind === kind).flatMap(judge);
  seen.set(kind, known);
  return known;
}
const allJudged = (): readonly Judged[] => byKind.flatMap(([kind]) => judgedOf(kind));

describe('the accuracy corpus', () => {
  it('holds at least 600 labelled bodies, each under a name of its own', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(600);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  it.each(byKind.map(([kind]) => kind))('gets the verdict of every label on %s', (kind) => {
    const wrong = judgedOf(kind).filter(({ wanted, got }) => wanted !== got);
    expect(wrong.map((one) => `${one.ruleId} | ${one.entry} | ${one.wanted}, not ${one.got} ${one.evidence}`)).toEqual(
      [],
    );
  });

  it('judges every rule with precision and recall 1.00', () => {
    const imperfect = figures(allJudged()).filter(({ precision, recall }) => precision !== 1 || recall !== 1);
    expect(imperfect).toEqual([]);
  });
});
