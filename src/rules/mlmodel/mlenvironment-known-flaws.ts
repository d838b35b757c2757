import type { PackageAdvisory } from '../../model/ml';
import { fail, notApplicable, pass, type Severity } from '../../model/rule';
import { defineRule } from '../defineRule';

const most = 6;

/** Worst first; a flaw whose weight nobody told counts as medium. */
const weights: readonly (readonly [PackageAdvisory['severity'], Severity])[] = [
  ['critical', 'high'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['notTold', 'medium'],
  ['low', 'low'],
];

function weightOf(advisories: readonly PackageAdvisory[]): Severity {
  if (advisories.some(({ malicious }) => malicious)) return 'critical';
  return weights.find(([one]) => advisories.some(({ severity }) => severity === one))?.[1] ?? 'medium';
}

/** `mlflow 2.9.1 (CVE-1, CVE-2 and 3 more)`, by package. */
function words(advisories: readonly PackageAdvisory[]): string {
  const byPackage = Map.groupBy(advisories, (one) => `${one.package} ${one.version}`);
  const told = [...byPackage].map(([name, held]) => {
    const ids = held.slice(0, 2).map(({ id }) => id);
    return `${name} (${ids.join(', ')}${held.length > 2 ? ` and ${held.length - 2} more` : ''})`;
  });
  return told.slice(0, most).join(', ') + (told.length > most ? ` and ${told.length - most} more packages` : '');
}

export default defineRule({
  id: 'mlenvironment-known-flaws',
  subject: 'environmentAdvisories',
  title: 'Environment pins packages with published flaws',
  severity: 'high',
  why: 'Jobs and endpoints run these very versions. Packages without a version, and what the image holds, were not looked up.',
  fix: {
    text: 'Pin versions in which the flaws are fixed, and build the environment anew. A malicious package: treat what ran with it as lost.',
    cli: 'az ml environment create -g RG -w WORKSPACE --file environment.yml',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/concept-vulnerability-management'],
  controls: {
    mcsb: ['PV-6', 'DS-2'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.001'],
  },
  check: ({ checked, advisories }) => {
    if (checked === 0) return notApplicable('condaFile pins no package');
    return advisories.length === 0
      ? pass
      : fail(`condaFile pins ${words(advisories)}`, { severity: weightOf(advisories) });
  },
});
