import { frameworkTitles, type Framework } from '../../src/model/controls';
import { policyWords } from '../../src/model/policyUse';
import { severities, type Rule } from '../../src/model/rule';
import { code, generated, table } from './markdown';
import { services } from './ruleFolders';

const bySeverity = (a: Rule, b: Rule): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : 1);

const block = (language: string, text: string | undefined): readonly string[] =>
  text ? [`\`\`\`${language}\n${text}\n\`\`\``] : [];

const bullet = (name: string, text: string): readonly string[] => (text === '' ? [] : [`- **${name}:** ${text}`]);

const controlsOf = ({ controls }: Rule): string =>
  (Object.entries(controls) as [Framework, readonly string[]][])
    .map(([framework, ids]) => `${frameworkTitles[framework]} ${ids.join(', ')}`)
    .join('; ');

function defenderOf({ defender }: Rule): string {
  if (!defender) return 'no recommendation for this';
  const { assessments, policies, names = [], differs, offByDefault } = defender;
  return [
    [
      ...names,
      ...assessments.map((key) => `assessment ${code(key)}`),
      ...policies.map((id) => `policy ${code(id)}`),
    ].join(', '),
    ...(offByDefault ? ['Its policy is off by default'] : []),
    ...(differs ? [differs] : []),
  ]
    .map((text) => text.replace(/\.$/, ''))
    .join('. ');
}

function section(rule: Rule): string {
  const facts = [
    ...bullet('Why', rule.why),
    ...bullet('Looks at', [rule.subject, ...rule.needs].map(code).join(', ')),
    ...bullet('Policy file', policyWords(rule)),
    ...bullet('Fix', rule.fix.text),
    ...bullet('Defender for Cloud', defenderOf(rule)),
    ...bullet('Controls', controlsOf(rule)),
    ...bullet('Read more', rule.references.map((url) => `<${url}>`).join(' ')),
  ];
  return [
    `## ${rule.id}`,
    `${rule.title}. Severity: ${rule.severity}${rule.severity === 'info' ? ', off unless the policy file switches it on' : ''}.`,
    facts.join('\n'),
    ...block('sh', rule.fix.cli),
    ...block('bicep', rule.fix.bicep),
  ].join('\n\n');
}

/** The page of one service: its rules as a table, then each with why, what it looks at, the fix, Defender, controls and references. */
export function renderServicePage(folder: string, rules: readonly Rule[]): string {
  const sorted = [...rules].sort(bySeverity);
  return `${[
    generated,
    `# ${services[folder]?.title ?? folder}`,
    table(
      ['severity', 'rule', 'fault'],
      sorted.map(({ severity, id, title }) => [severity, `[${id}](#${id})`, title]),
    ),
    ...sorted.map(section),
  ].join('\n\n')}\n`;
}

/** The pages of all services that have rules, by path below the root. `folders` says where each rule's file lives. */
export const rulePages = (
  rules: readonly Rule[],
  folders: ReadonlyMap<string, string>,
): readonly { readonly file: string; readonly text: string }[] =>
  [...Map.groupBy(rules, ({ id }) => folders.get(id) ?? '')]
    .filter(([folder]) => folder !== '')
    .map(([folder, held]) => ({ file: `src/rules/${folder}/README.md`, text: renderServicePage(folder, held) }));
