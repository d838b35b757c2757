import { readFileSync } from 'node:fs';
import { renderCardText } from '../../src/report';
import { live, Life } from './life';

jest.setTimeout(180_000);

/** The first line of a card: what a person sees of it on a locked phone. */
const titleOf = (body: unknown): string => renderCardText(body).split('   [')[0]!.split('\n')[0]!.trim();

const expected = [
  'day 1: aispm is watching',
  'day 3: ◆ Critical: one change',
  'day 3: 2 changes, 2 worse',
  'day 4: ✓ Resolved: one critical finding less',
  'day 5: ◆ Critical: one change',
  'day 7: We see less than before',
  'day 9: We see again what we had lost',
  'day 10: ◆ Critical: one change',
  'day 14: Catch-up: 2 changes in 2 runs',
  'day 17: 3 scheduled audits did not run',
  'day 24: A quiet week: nothing changed',
];
const readme = readFileSync('README.md', 'utf8');

test('three weeks of a tenant end with the cards that a person would want, and no others', async () => {
  const life = await Life.begin({
    severityOverrides: [{ rules: ['aiservices-local-auth-disabled'], severity: 'critical' }],
  });
  try {
    await live(life);
    const told = life.told.map(({ day, body }) => `day ${day}: ${titleOf(body)}`);
    expect(told).toEqual(expected);
    expect(readme).toContain(told.join('\n'));
    expect(await life.world.store.waiting()).toEqual([]);
    expect(await life.world.store.dead()).toEqual([]);
  } finally {
    await life.end();
  }
});
