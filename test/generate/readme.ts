import { graphRights, type NeededRight } from '../../src/collect/rights';
import { exitCodes, exitMeanings } from '../../src/commands/exit';
import { settingNames } from '../../src/config';
import { optIns, optInTerms } from '../../src/model/optIn';
import { defaultPolicy } from '../../src/model/policy';
import { severities, type Rule } from '../../src/model/rule';
import { policySchema } from '../../src/policyFile';
import { azureRights } from './auditorRole';
import { services } from './ruleFolders';
import { settingHelp } from './settings';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
const code = (text: string): string => `\`${text}\``;

const roleOf = (permission: string): string =>
  permission.startsWith('Microsoft.Security/') ? 'Security Reader' : 'Reader';

const rightRow = ({ permission, kinds }: NeededRight, role: string): readonly string[] => [
  code(permission),
  kinds.join(', '),
  role,
];

/** Each right, the kinds that stay unread without it, and the built-in role that grants it. */
export const renderPermissions = (): string =>
  table(
    ['right', 'kinds that need it', 'granted by'],
    [
      ...azureRights.map((right) => rightRow(right, roleOf(right.permission))),
      ...graphRights.map((right) => rightRow(right, 'Microsoft Graph application permission')),
    ],
  );

const grants = {
  azureRole: 'Azure role',
  graphPermission: 'Microsoft Graph application permission',
  nobody: 'nobody: it asks outside Azure',
} as const;

/** Each opt-in, what it reads and the right it takes. */
export const renderOptIns = (): string =>
  table(
    ['opt-in', 'what is read', 'right', 'granted by'],
    optIns.map((name) => {
      const { reads, right, grantedBy } = optInTerms[name];
      return [code(name), reads, right, grants[grantedBy]];
    }),
  );

/** How many rules and kinds there are. */
export function renderCounts(rules: readonly Rule[]): string {
  const bySeverity = severities.map((one) => ({ one, count: rules.filter(({ severity }) => severity === one).length }));
  const told = bySeverity.filter(({ count }) => count > 0).map(({ one, count }) => `${count} ${one}`);
  const kinds = new Set([...azureRights, ...graphRights].flatMap((right) => right.kinds));
  const judged = new Set(rules.map(({ subject }) => subject));
  return `${rules.length} rules (${told.join(', ')}) judge ${judged.size} of the ${kinds.size} kinds of resource that are read.`;
}

/** Every `AISPM_` name. */
export const renderSettings = (): string =>
  table(
    ['setting', 'meaning', 'when empty'],
    settingNames.map((name) => [code(name), settingHelp[name].meaning, settingHelp[name].unset]),
  );

const defaultOf = (value: unknown): string => {
  if (value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)) return 'not given';
  return code(JSON.stringify(value));
};

/** Every key of the policy file. */
export const renderPolicy = (): string =>
  table(
    ['key', 'meaning', 'default'],
    (Object.keys(defaultPolicy) as (keyof typeof defaultPolicy)[]).map((key) => [
      code(key),
      policySchema.shape[key].description ?? '',
      defaultOf(defaultPolicy[key]),
    ]),
  );

/** The exit codes of the command line. */
export const renderExitCodes = (): string =>
  table(
    ['code', 'meaning'],
    (Object.keys(exitCodes) as (keyof typeof exitCodes)[]).map((name) => [String(exitCodes[name]), exitMeanings[name]]),
  );

const bySeverity = (a: Rule, b: Rule): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : 1);

/** Every rule under its service. `folders` says where each rule's file lives. */
export function renderRules(rules: readonly Rule[], folders: ReadonlyMap<string, string>): string {
  const sections = Object.entries(services).flatMap(([folder, { title }]) => {
    const here = rules.filter(({ id }) => folders.get(id) === folder).sort(bySeverity);
    if (here.length === 0) return [];
    const rows = here.map((rule) => [rule.severity, code(rule.id), rule.title]);
    return [`**${title}** (${code(`src/rules/${folder}`)})`, table(['severity', 'rule', 'fault'], rows)];
  });
  return `<details>\n<summary>All ${rules.length} rules</summary>\n\n${sections.join('\n\n')}\n\n</details>`;
}

/**
 * `text` with each part between its markers, `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`.
 * @throws Error naming the part whose markers are missing.
 */
export function renderReadme(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((page, [name, part]) => {
    const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
    const [start, end] = [page.indexOf(open), page.indexOf(close)];
    if (start < 0 || end < start) throw new Error(`README.md lacks the markers ${open} and ${close}.`);
    return `${page.slice(0, start)}${open}\n<!-- prettier-ignore-start -->\n\n${part}\n\n<!-- prettier-ignore-end -->\n${page.slice(end)}`;
  }, text);
}
