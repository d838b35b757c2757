import rules from '../../src/rules';
import { corpus } from './corpus';
import { figures, lacking } from './figures';
import { judge } from './judge';

describe('the accuracy corpus', () => {
  const judged = corpus.flatMap(judge);
  const live = new Set(rules.map(({ id }) => id));

  it('holds at least 600 labelled bodies, each under a name of its own', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(600);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  it('labels only rules that there are', () => {
    const unknown = corpus.flatMap(({ labels }) => Object.keys(labels)).filter((id) => !live.has(id));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('gets the verdict of every label', () => {
    const wrong = judged.filter(({ wanted, got }) => wanted !== got);
    expect(wrong.map((one) => `${one.ruleId} | ${one.entry} | ${one.wanted}, not ${one.got} ${one.evidence}`)).toEqual(
      [],
    );
  });

  it('judges every rule with precision and recall 1.00', () => {
    const imperfect = figures(judged).filter(({ precision, recall }) => precision !== 1 || recall !== 1);
    expect(imperfect).toEqual([]);
  });

  it('labels a pass and a fail of every rule of high or critical severity', () => {
    const severe = lacking(judged, rules).filter(({ severity }) => severity === 'high' || severity === 'critical');
    expect(severe.map(({ id }) => id)).toEqual([]);
  });
});
