import rules from '../../src/rules';
import { corpus } from './corpus';
import { lacking } from './figures';
import { judge } from './judge';

describe('labels of the accuracy corpus', () => {
  it('labels only rules that there are', () => {
    const live = new Set(rules.map(({ id }) => id));
    const unknown = corpus.flatMap(({ labels }) => Object.keys(labels)).filter((id) => !live.has(id));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('labels a pass and a fail of every rule of high or critical severity', () => {
    const severe = lacking(corpus.flatMap(judge), rules).filter(
      ({ severity }) => severity === 'high' || severity === 'critical',
    );
    expect(severe.map(({ id }) => id)).toEqual([]);
  });
});
