import rule from '../../../src/rules/trainingfile/trainingfile-balance-as-before';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const version = (number: string) => {
  const id = `${safe('mlWorkspace').id}/data/d/versions/${number}`;
  return safe('dataAsset', { id, version: number });
};
const file = (of: string, labelCounts: readonly number[]) => {
  const parentId = version(of).id;
  return { id: `${parentId}/trainingfiles/1`, parentId, labelCounts };
};
const earlier = (labelCounts: readonly number[], of = '9') => safe('trainingFile', file(of, labelCounts));
const around = [version('8'), version('9'), version('10')];

testRule(rule, {
  pass: [
    {
      name: 'twice as many, spread alike',
      subject: file('10', [1_000, 500]),
      around: [...around, earlier([500, 250])],
    },
    {
      name: 'an older version was spread otherwise',
      subject: file('10', [600, 400]),
      around: [...around, earlier([610, 390]), earlier([990, 10], '8')],
    },
  ],
  fail: [
    {
      name: 'one answer grew',
      subject: file('10', [900, 100]),
      around: [...around, earlier([600, 400])],
      says: '900, 100 after 600, 400',
    },
  ],
  notApplicable: [
    { name: 'a file of an account', says: 'no earlier version' },
    {
      name: 'the first version',
      subject: file('8', [900, 100]),
      around: [...around, earlier([600, 400])],
      says: 'no earlier version',
    },
    { name: 'no labels', subject: file('10', []), around: [...around, earlier([600, 400])], says: 'texts' },
    {
      name: 'no labels before',
      subject: file('10', [9, 1]),
      around: [...around, earlier([])],
      says: 'no earlier version',
    },
  ],
});
