import type { PythonPackage } from '../../../src/model/ml';
import rule from '../../../src/rules/mlmodel/mlenvironment-packages-pinned';
import { testRule } from '../../kit/testRule';

const one = (name: string, pinned: PythonPackage['pinned'] = 'exact'): PythonPackage => ({
  name,
  pinned,
  ecosystem: 'PyPI',
  version: pinned === 'exact' ? '1.0' : '',
});

testRule(rule, {
  pass: [
    { name: 'all pinned', subject: { packages: [one('mlflow'), one('numpy')] } },
    {
      name: 'only the runtime is not',
      subject: { packages: [one('python', 'range'), one('pip', 'none'), one('mlflow')] },
    },
    {
      name: 'an index of the company',
      subject: { packages: [one('mlflow')], packageIndexes: ['feed.contoso.example'] },
      policy: { allowedConnectionHosts: ['.contoso.example'] },
    },
  ],
  fail: [
    {
      name: 'newest of the day',
      subject: { packages: [one('mlflow'), one('pandas', 'none')] },
      says: 'does not pin pandas',
    },
    { name: 'a range', subject: { packages: [one('pandas', 'range')] } },
    { name: 'an address', subject: { packages: [one('tool', 'url')] } },
    {
      name: 'more than is worth listing',
      subject: { packages: Array.from({ length: 11 }, (_, index) => one(`p${index}`, 'none')) },
      says: 'and 3 more',
    },
    {
      name: 'a second index',
      subject: { packages: [one('mlflow')], packageIndexes: ['feed.example'] },
      says: 'pip takes packages of feed.example',
    },
  ],
  notApplicable: [{ name: 'no packages' }, { name: 'archived', subject: { isArchived: true } }],
  unknown: [{ name: 'a file that cannot be read', subject: { packagesRead: false } }],
});
