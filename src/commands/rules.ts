import { distance } from 'fastest-levenshtein';
import { frameworkTitles, type Framework } from '../model/controls';
import { policyWords } from '../model/policyUse';
import { severities, type Rule } from '../model/rule';
import { shapes } from '../report/words';
import rules from '../rules';
import { exitCodes, UsageError } from './exit';
import { write } from './output';

const row = (name: string, text: string): string => (text === '' ? '' : `${name.padEnd(11)}${text}`);
const code = (text: string | undefined): readonly string[] => (text ?? '').split('\n').filter(Boolean);

function controlsOf(rule: Rule): string {
  const held = Object.entries(rule.controls) as [Framework, readonly string[]][];
  return held.map(([framework, ids]) => `${frameworkTitles[framework]} ${ids.join(', ')}`).join('\n           ');
}

function defenderOf({ defender }: Rule): string {
  if (!defender) return 'Defender for Cloud has no recommendation for this.';
  const keys = [
    ...defender.assessments.map((key) => `assessment ${key}`),
    ...defender.policies.map((id) => `policy ${id}`),
    ...(defender.names ?? []),
  ];
  return [...keys, defender.differs ?? ''].filter(Boolean).join('\n           ');
}

function explain(rule: Rule): string {
  const fixes = [
    ...code(rule.fix.cli).map((line) => row('  az', line)),
    ...code(rule.fix.bicep).map((line, at) => row(at === 0 ? '  bicep' : '', line)),
  ];
  const lines = [
    `${rule.id}   ${shapes[rule.severity]} ${rule.severity}   ${rule.subject}`,
    '',
    `  ${rule.title}`,
    '',
    row('Why', rule.why),
    row('Looks at', [rule.subject, ...rule.needs].join(', ')),
    row('Policy', policyWords(rule)),
    row('Fix', rule.fix.text),
    ...fixes,
    row('Defender', defenderOf(rule)),
    row('Controls', controlsOf(rule)),
    row('Read more', rule.references.join('\n           ')),
  ];
  return `${lines.join('\n')}\n`;
}

function list(all: readonly Rule[]): string {
  const sorted = [...all].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : 1),
  );
  const lines = sorted.map(
    (rule) => `${shapes[rule.severity]} ${rule.severity.padEnd(9)}${rule.id.padEnd(46)}${rule.title}`,
  );
  return `${lines.join('\n')}\n${all.length} rules. aispm rules ID explains one.\n`;
}

const nearest = (id: string): string =>
  rules.reduce((best, { id: one }) => (distance(id, one) < distance(id, best) ? one : best), '');

/** `aispm rules [ID]`: the list, or one rule explained. Asks nothing of Azure. @throws UsageError for an id that is none. */
export function rulesCommand(id: string | undefined, format: string): number {
  const found = id === undefined ? rules : rules.filter((rule) => rule.id === id);
  if (id !== undefined && found.length === 0) throw new UsageError(`No rule ${id}. Did you mean ${nearest(id)}?`);
  const first = found[0];
  if (format === 'json') write(`${JSON.stringify(id === undefined ? found : first, null, 2)}\n`, undefined);
  else write(id !== undefined && first ? explain(first) : list(found), undefined);
  return exitCodes.clean;
}
