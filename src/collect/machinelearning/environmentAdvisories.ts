import type { EnvironmentAdvisories, PackageAdvisory, PythonPackage } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { base } from '../base';
import { isTrue, oneOf, parts, text, texts, whole } from '../body';
import { childCollector } from '../collector';
import type { AskedPackage, AzureReader, Body } from '../collector';
import { ReadFailed } from '../failures';

/** Conda packages under another name than on PyPI; others are asked by their own name. */
const onPypi: Readonly<Record<string, string>> = {
  pytorch: 'torch',
  'pytorch-cpu': 'torch',
  'pytorch-gpu': 'torch',
  'tensorflow-base': 'tensorflow',
  'py-xgboost': 'xgboost',
  'matplotlib-base': 'matplotlib',
  'dask-core': 'dask',
};

const asked = ({ name, ecosystem, version }: PythonPackage): AskedPackage => ({
  name: ecosystem === 'conda' ? (onPypi[name] ?? name) : name,
  version,
});

const packagesOf = (environment: Resource): readonly PythonPackage[] =>
  environment.kind === 'environmentVersion' ? environment.packages : [];

const toAdvisory = (found: Body): PackageAdvisory => ({
  package: text(found, 'name'),
  version: text(found, 'version'),
  id: text(found, 'id'),
  severity: toSeverity(found),
  malicious: isTrue(found, 'malicious'),
});

const toSeverity = (found: Body): PackageAdvisory['severity'] => {
  const given = oneOf(['critical', 'high', 'medium', 'low'], 'Unrecognised', found, 'severity');
  return given === 'Unrecognised' ? 'notTold' : given;
};

/** One entry a flaw and package, whatever number of ids it goes by. */
function distinct(found: readonly PackageAdvisory[]): readonly PackageAdvisory[] {
  const held = new Map<string, PackageAdvisory>();
  for (const one of found) {
    const key = `${one.package} ${one.version} ${one.id}`;
    const known = held.get(key);
    if (!known || (known.severity === 'notTold' && one.severity !== 'notTold')) held.set(key, one);
  }
  return [...held.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** What is known against the pinned packages of an environment; one body, made by the reader below. */
export const toEnvironmentAdvisories = (body: Body, environment?: Resource): EnvironmentAdvisories => ({
  ...base('environmentAdvisories', body, environment),
  checked: whole(body, 'checked') ?? 0,
  notChecked: texts(body, 'notChecked'),
  advisories: distinct(parts(body, 'found').map(toAdvisory)),
});

async function* read(azure: AzureReader, environment: Resource): AsyncGenerator<Body> {
  const packages = packagesOf(environment);
  const exact = packages.filter(({ pinned }) => pinned === 'exact');
  if (!azure.advisories) throw new ReadFailed('failed', 'no source of advisories is open');
  yield {
    id: `${environment.id}/advisories`,
    name: 'advisories',
    checked: exact.length,
    notChecked: packages.filter(({ pinned }) => pinned !== 'exact').map(({ name }) => name),
    found: exact.length > 0 ? await azure.advisories(exact.map(asked)) : [],
  };
}

export default childCollector({
  kind: 'environmentAdvisories',
  parents: ['environmentVersion'],
  permissions: [],
  optIn: 'advisories',
  applies: (environment) => packagesOf(environment).length > 0,
  read,
  convert: (body, environment) => ({ resource: toEnvironmentAdvisories(body, environment) }),
});
