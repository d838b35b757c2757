import type { EnvironmentVersion, PythonPackage } from '../../model/ml';
import { isBody, list } from '../body';
import { hostAt } from '../url';
import { parsedYaml } from '../yamlText';
import { condaPackage } from './condaLine';
import { joinedLines, pipPackage } from './pipLine';

const texts = (entries: readonly unknown[]): readonly string[] =>
  entries.filter((entry): entry is string => typeof entry === 'string');

const indexOption = /^(?:-i|-f|--index-url|--extra-index-url|--find-links)[\s=]+(\S+)/;

const present = (one: PythonPackage | undefined): one is PythonPackage => one !== undefined;

type Found = Pick<EnvironmentVersion, 'packages' | 'packageIndexes' | 'packagesRead'>;

/** The packages of a conda file (YAML or JSON) in their order, those of its pip part after the others. Addresses keep their host alone. */
export function pythonPackages(condaFile: string): Found {
  if (condaFile.trim() === '') return { packages: [], packageIndexes: [], packagesRead: true };
  const file = parsedYaml(condaFile);
  if (!isBody(file)) return { packages: [], packageIndexes: [], packagesRead: false };
  const dependencies = list(file, 'dependencies');
  const lines = joinedLines(texts(dependencies.flatMap((entry) => list(entry, 'pip'))));
  const indexes = lines.map((line) => hostAt({ url: indexOption.exec(line.trim())?.[1] }, 'url'));
  return {
    packages: [...texts(dependencies).map(condaPackage), ...lines.map(pipPackage)].filter(present),
    packageIndexes: [...new Set(indexes)].filter(Boolean),
    packagesRead: true,
  };
}
