import { isMicrosofts, rulesOf } from '../../src/evaluate';
import type { Control, FrameworkPage } from '../../src/model/controls';
import type { Rule } from '../../src/model/rule';
import { code, generated, table } from './markdown';

function rulesCell(framework: FrameworkPage, control: Control, rules: readonly Rule[]): string {
  const mapped = rulesOf(framework, control, rules);
  if (mapped.length === 0) return control.scope === 'process' ? 'no rule: a process, not a configuration' : 'no rule';
  return mapped
    .map((rule) => `${code(rule.id)}${isMicrosofts(framework, control, rule) ? ' (M)' : ''}`)
    .sort()
    .join(', ');
}

function section(framework: FrameworkPage, rules: readonly Rule[]): string {
  const covered = framework.controls.filter((control) => rulesOf(framework, control, rules).length > 0);
  const rows = framework.controls.map((control) => [control.id, control.title, rulesCell(framework, control, rules)]);
  return [
    `## ${framework.title}`,
    `${code(framework.id)}, version ${framework.version}: <${framework.url}>. ${covered.length} of ${framework.controls.length} controls listed have a rule. Mapping: ${framework.source}.`,
    table(['control', 'title', 'rules'], rows),
  ].join('\n\n');
}

/** Every framework, its controls against rules, controls without a rule shown. */
export const renderFrameworkPage = (frameworks: readonly FrameworkPage[], rules: readonly Rule[]): string =>
  `${[
    generated,
    '# Frameworks',
    'Every control we list, with the rules that speak of it. `(M)`: Microsoft’s own policy set puts the same test under this control. All other mappings are ours. Titles are shortened.',
    ...frameworks.map((framework) => section(framework, rules)),
  ].join('\n\n')}\n`;
