import fc from 'fast-check';
import { rankOf, severityOf } from '../../src/paths/rank';

describe('the rank of a path', () => {
  it.each([
    // entry and moves, impact, other targets within one step: exploitability, impact, reach, score, severity
    ['leaked key of a production account', 165, 94, 3, 94, 120, 70, 'critical'],
    ['214 people list its keys', 1_409, 94, 3, 61, 120, 45, 'high'],
    ['a guest may give roles on a subscription', 1_159, 100, 31, 67, 150, 67, 'critical'],
    ['a pipeline of a whole organisation owns a subscription', 551, 100, 31, 82, 150, 82, 'critical'],
    ['an agent with private data and a way out, no approval', 1_902, 94, 1, 51, 110, 35, 'high'],
    ['the same with approval', 3_102, 94, 1, 34, 110, 23, 'medium'],
    ['open gateway of a sandbox', 263, 23, 0, 91, 100, 13, 'low'],
  ])('%s', (_, cost, impact, others, exploitability, reach, score, severity) => {
    expect(rankOf(cost, impact, others)).toEqual({ cost, exploitability, impact, reach, score });
    expect(severityOf(score, false)).toBe(severity);
  });

  it('is medium at most where the path is not proven', () => {
    expect([70, 40, 20, 5].map((score) => severityOf(score, true))).toEqual(['medium', 'medium', 'medium', 'low']);
  });

  it('never rises with cost, never falls with impact or reach, and stays between 0 and 100', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 100 }),
        fc.nat({ max: 1_000 }),
        fc.nat({ max: 2_000 }),
        (cost, impact, others, more) => {
          const { score } = rankOf(cost, impact, others);
          expect(rankOf(cost + more, impact, others).score).toBeLessThanOrEqual(score);
          expect(rankOf(cost, Math.min(100, impact + more), others + more).score).toBeGreaterThanOrEqual(score);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        },
      ),
    ));
});
