import { deliver } from '../../src/steps/deliver';
import { Life } from './life';

jest.setTimeout(60_000);

test('deliveries at the same time send each card once', async () => {
  const life = await Life.begin({});
  try {
    life.channel('down');
    await life.audit();
    expect(await life.world.store.waiting()).toHaveLength(1);
    life.channel('up');
    const ends = await Promise.all(Array.from({ length: 4 }, () => deliver(life.world)));
    expect(life.azure.cards).toHaveLength(1);
    expect(ends.map(({ delivered }) => delivered).sort()).toEqual([0, 0, 0, 1]);
    expect(await life.world.store.waiting()).toEqual([]);
  } finally {
    await life.end();
  }
});
