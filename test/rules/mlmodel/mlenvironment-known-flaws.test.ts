import type { PackageAdvisory } from '../../../src/model/ml';
import rule from '../../../src/rules/mlmodel/mlenvironment-known-flaws';
import { testRule } from '../../kit/testRule';

const flaw = (id: string, more: Partial<PackageAdvisory> = {}): PackageAdvisory => ({
  package: 'mlflow',
  version: '2.9.1',
  id,
  severity: 'high',
  malicious: false,
  ...more,
});
const with_ = (...advisories: readonly PackageAdvisory[]) => ({ subject: { advisories } });

testRule(rule, {
  pass: [{ name: 'nothing is known' }],
  fail: [
    { name: 'one flaw', ...with_(flaw('CVE-1')), says: 'mlflow 2.9.1 (CVE-1)' },
    { name: 'several', ...with_(flaw('CVE-1'), flaw('CVE-2'), flaw('CVE-3')), says: '(CVE-1, CVE-2 and 1 more)' },
    { name: 'a small one', ...with_(flaw('CVE-1', { severity: 'low' })), severity: 'low' },
    {
      name: 'the worst counts',
      ...with_(flaw('a', { severity: 'low' }), flaw('b', { severity: 'medium' })),
      severity: 'medium',
    },
    { name: 'nobody told how bad', ...with_(flaw('CVE-1', { severity: 'notTold' })), severity: 'medium' },
    {
      name: 'the package is an attack',
      ...with_(flaw('MAL-1', { malicious: true, severity: 'notTold' })),
      severity: 'critical',
    },
  ],
  notApplicable: [{ name: 'nothing is pinned', subject: { checked: 0, notChecked: ['pandas'] } }],
});
