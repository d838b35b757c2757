import type { Finding } from '../model/finding';
import type { Run } from '../model/run';
import type { BomEntry } from './bomModels';
import { titleOf, type ExportInput } from './exportParts';

/** Faults that stand open on what a model is served by: its risks, each with what mends it. */
function risksOf(ids: ReadonlySet<string>, findings: readonly Finding[], input: ExportInput): readonly unknown[] {
  const open = findings.filter(
    ({ status, resourceId }) => status !== 'pass' && status !== 'notApplicable' && ids.has(resourceId),
  );
  return [...new Set(open.map(({ ruleId }) => ruleId))].sort().map((ruleId) => {
    const here = open.filter((one) => one.ruleId === ruleId);
    const unseen = here.every(({ status }) => status === 'unknown');
    const fix = input.rules.get(ruleId)?.fix.text;
    return {
      name: `${titleOf(input, ruleId)}${unseen ? ' (not judged)' : ''}`,
      ...(fix ? { mitigationStrategy: fix } : {}),
    };
  });
}

/** Each model with the open faults of what serves it among its considerations. */
export function withRisks(entries: readonly BomEntry[], run: Run, input: ExportInput): readonly BomEntry[] {
  const servers = (id: string): readonly string[] =>
    entries.filter(({ uses = [] }) => uses.includes(id)).map((one) => one.id);
  return entries.map((entry) => {
    if (entry.as !== 'machine-learning-model') return entry;
    const risks = risksOf(new Set([entry.id, ...servers(entry.id)]), run.findings, input);
    const card = entry.fields?.['modelCard'] as { readonly considerations: object };
    const considerations = { ...card.considerations, ...(risks.length > 0 ? { ethicalConsiderations: risks } : {}) };
    return { ...entry, fields: { modelCard: { ...card, considerations } } };
  });
}
