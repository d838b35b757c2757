import { clean } from '@renovatebot/pep440';
import type { PythonPackage } from '../../model/ml';
import { packageName, pinOf } from './pipLine';

type Pin = Pick<PythonPackage, 'pinned' | 'version'>;

/** In conda one `=` is a beginning: `=1.2` takes any 1.2.x. With a build, or down to the third number, it is one version. */
function fuzzy(version: string, build: string): Pin {
  const whole = clean(version.replace(/\.\*$/, '')) ?? '';
  const exact = !version.includes('*') && (build !== '' || version.split('.').length >= 3);
  return { pinned: exact && whole !== '' ? 'exact' : 'range', version: whole };
}

function pinOfMatch(spec: string): Pin {
  if (spec === '') return { pinned: 'none', version: '' };
  const [, version, build = ''] = /^=?\s*([0-9][^\s=,|<>!]*)(?:[\s=]+(\S+))?$/.exec(spec) ?? [];
  return version === undefined ? pinOf(spec.replaceAll(' ', '')) : fuzzy(version, build);
}

/** One entry of conda's `dependencies`: `channel::name=version=build`, `name >=1,<2`, `name[version='>=1']`. */
export function condaPackage(given: string): PythonPackage | undefined {
  const line = given
    .replace(/\s#.*$/, '')
    .trim()
    .replace(/^.*::/, '');
  const [, name, rest = ''] = /^([A-Za-z0-9_][A-Za-z0-9._-]*)\s*(.*)$/s.exec(line) ?? [];
  if (name === undefined) return undefined;
  const bracket = /^\[.*?version\s*=\s*['"]?([^'"\]]+)['"]?.*\]$/.exec(rest)?.[1];
  return { name: packageName(name), ecosystem: 'conda', ...pinOfMatch((bracket ?? rest).trim()) };
}
