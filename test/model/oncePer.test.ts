import { oncePer } from '../../src/model/oncePer';

it('makes an index once for each list, even one that is undefined', () => {
  const made: (readonly number[])[] = [];
  const first = oncePer((list: readonly number[]) => {
    made.push(list);
    return list[0];
  });
  const [some, others, none] = [[1, 2], [1, 2], []];
  expect([some, others, some, none, none].map(first)).toEqual([1, 1, 1, undefined, undefined]);
  expect(made).toEqual([some, others, none]);
  expect(made[1]).toBe(others);
});
