import { summarise, totals } from '../evaluate';
import type { Run, RunHeader, RunSummary } from '../model/run';
import { withinScopes } from '../model/scope';

/** What an asker wants to see of a run: places and rules; empty = all. */
export interface Wanted {
  readonly scopes: readonly string[];
  readonly rules: readonly string[];
}

const isPartial = ({ coverage }: Run): boolean =>
  coverage.some(({ state }) => state === 'partial' || state === 'notRead');

/** Counts of what is shown; the score is that of the accounts and workspaces shown, by all rules and all they depend on. */
function summaryOf(whole: Run, within: Run, shown: Run): RunSummary {
  const here = new Set(within.findings);
  const foreign = whole.findings.filter((finding) => !here.has(finding));
  const context = whole.resources;
  const { score, scoreRange } = totals([
    summarise({ resources: within.resources, context, findings: within.findings, foreign }),
  ]);
  const counted = totals([
    summarise({ resources: shown.resources, context: [], findings: shown.findings, foreign: [] }),
  ]);
  return { ...counted, score, scoreRange };
}

/** The part of a run that was asked for, with its own summary and status. The run itself when all of it was. */
export function narrow(run: Run, { scopes, rules }: Wanted): Run {
  if (scopes.length === 0 && rules.length === 0) return run;
  const within = withinScopes(run, scopes);
  const wanted = new Set(rules);
  const shown =
    rules.length === 0 ? within : { ...within, findings: within.findings.filter(({ ruleId }) => wanted.has(ruleId)) };
  return { ...shown, status: isPartial(shown) ? 'partial' : 'complete', summary: summaryOf(run, within, shown) };
}

/** The header as the narrowed run has it: what a report says must fit what it lists. */
export function narrowHeader(header: RunHeader, { coverage, status, summary, drift }: Run): RunHeader {
  const here = new Set(coverage.map(({ unit }) => unit));
  return { ...header, status, summary, drift, units: header.units.filter(({ unit }) => here.has(unit)) };
}
