import type { EnvironmentVersion } from '../../model/ml';
import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { isListed } from '../hostList';

/** Names that say what runs the packages, not what is run. */
const runtime = new Set(['python', 'pip', 'setuptools', 'wheel']);
const official = ['pypi.org', '.pythonhosted.org'];
const most = 8;

const some = (names: readonly string[]): string =>
  names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');

function loose({ packages }: EnvironmentVersion): string {
  const found = packages.filter(({ pinned, name }) => pinned !== 'exact' && !runtime.has(name));
  return found.length ? `condaFile does not pin ${some(found.map(({ name }) => name))}` : '';
}

function foreign({ packageIndexes }: EnvironmentVersion, allowed: readonly string[]): string {
  const hosts = packageIndexes.filter((host) => !isListed(host, [...official, ...allowed]));
  return hosts.length ? `pip takes packages of ${some(hosts)}` : '';
}

export default defineRule({
  id: 'mlenvironment-packages-pinned',
  subject: 'environmentVersion',
  title: 'Environment takes whatever version is there on the day',
  severity: 'low',
  why: 'A package that was taken over, or a name that another index offers too, gets in with the next build, and nobody can say what ran.',
  fix: {
    text: 'Pin each package with ==, and take all from one index; list your own under allowedConnectionHosts.',
    cli: 'az ml environment create -g RG -w WORKSPACE --file environment.yml',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-manage-environments-v2'],
  controls: {
    mcsb: ['DS-2'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.001'],
  },
  check: (environment, view) => {
    if (environment.isArchived) return notApplicable('isArchived is true');
    if (!environment.packagesRead) return view.doubt(environment, 'condaFile', 'it is of a shape that cannot be read');
    if (environment.packages.length === 0) return notApplicable('condaFile names no packages');
    const faults = [foreign(environment, view.policy.allowedConnectionHosts), loose(environment)].filter(Boolean);
    return faults.length ? fail(faults.join('; ')) : pass;
  },
});
