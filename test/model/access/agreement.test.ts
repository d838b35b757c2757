import { agree } from './agreement';

test('access is what a naive second implementation says, over random tenants', () => {
  const { answers } = agree(200, 20_261_128);
  // Tenants without a denial or a condition that bites would prove little.
  expect(Object.entries(answers).filter(([, times]) => times === 0)).toEqual([]);
});
