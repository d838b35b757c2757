import { clean } from '@renovatebot/pep440';
import type { PythonPackage } from '../../model/ml';
import { withoutSecret } from '../body';

/** PEP 503: one name for `Scikit_Learn`, `scikit.learn` and `scikit-learn`. */
export const packageName = (given: string): string =>
  withoutSecret(given)
    .toLowerCase()
    .replace(/[-_.]+/g, '-');

type Pin = Pick<PythonPackage, 'pinned' | 'version'>;

/** A version as PEP 440 writes it; '' where it is none. */
const normal = (given: string): string => clean(given.trim()) ?? '';

const lowerBound = (clauses: readonly string[]): string => {
  const from = clauses.find((clause) => /^(>=?|~=)/.test(clause)) ?? clauses.find((clause) => clause.startsWith('=='));
  return normal((from ?? '').replace(/^(>=?|~=|===?)/, '').replace(/\.\*$/, ''));
};

/** `==1.2.0`, `>=1,<2`, nothing: which versions a requirement lets in. */
export function pinOf(specifier: string): Pin {
  const clauses = specifier
    .replace(/^\((.*)\)$/, '$1')
    .split(',')
    .map((clause) => clause.trim())
    .filter(Boolean);
  if (clauses.length === 0) return { pinned: 'none', version: '' };
  const exact = clauses
    .map((clause) => /^={2,3}\s*([^*]+)$/.exec(clause)?.[1] ?? '')
    .map(normal)
    .find(Boolean);
  return exact ? { pinned: 'exact', version: exact } : { pinned: 'range', version: lowerBound(clauses) };
}

const requirement = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/s;
const address = /^(?:[a-z]+\+)?[a-z]+:\/\//i;

const pypi = (name: string, pin: Pin): PythonPackage => ({ name: packageName(name), ecosystem: 'PyPI', ...pin });
const atAddress: Pin = { pinned: 'url', version: '' };

/** A source by its address: its name is told after `#egg=`, else by the last part of the path. */
function byAddress(line: string): PythonPackage {
  const egg = /[#&]egg=([A-Za-z0-9._-]+)/.exec(line)?.[1];
  const last =
    line
      .replace(/[?#@].*$/s, '')
      .split('/')
      .at(-1) ?? '';
  return pypi(egg ?? last.replace(/(\.git|-\d.*|\.(whl|zip|tar\.gz))$/, ''), atAddress);
}

/** `name[extra] @ address`, `name ==1.2; marker`: undefined where it is neither. */
function byName(line: string): PythonPackage | undefined {
  const [, name = '', rest = ''] = requirement.exec(line) ?? [];
  if (name === '') return undefined;
  if (rest.startsWith('@')) return pypi(name, atAddress);
  const specifier = (rest.split(';')[0] ?? '').trim();
  return /^$|^[<>=!~(]/.test(specifier) ? pypi(name, pinOf(specifier)) : undefined;
}

/**
 * One requirement of pip: a name with extras, versions, an address, hashes, and a marker that is not evaluated. Undefined for options,
 * comments and what has no such form.
 */
export function pipPackage(given: string): PythonPackage | undefined {
  const line = given
    .trim()
    .replace(/(^|\s)#.*$/, '')
    .replace(/\s--[a-z].*$/, '')
    .trim();
  const source = line.replace(/^(-e|--editable)[\s=]+/, '');
  if (address.test(source)) return byAddress(source);
  return line.startsWith('-') ? undefined : byName(line);
}

/** Lines that end in a backslash go on in the next one. */
export const joinedLines = (lines: readonly string[]): readonly string[] =>
  lines
    .join('\n')
    .replace(/\\\r?\n\s*/g, ' ')
    .split(/\r?\n/);
