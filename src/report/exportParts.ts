import type { Finding } from '../model/finding';
import type { Rule } from '../model/rule';
import type { Run } from '../model/run';
import type { Severity } from '../model/severity';
import { shown } from './words';

/** What a run is exported with: the rules that can be explained, by id, and the version that writes. */
export interface ExportInput {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly version: string;
}

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Informational',
};

/** Text from Azure or people for a file: control and direction characters become blanks, and a text without end is cut in its middle. */
export const plain = (text: string): string => shown(text, 4000);

/** `Accepted by ai-platform until 2027-01-31: the partner moves.`; '' where nobody decided. */
export function decisionWords({ decision }: Finding): string {
  if (!decision) return '';
  const words = { exception: 'Accepted', snooze: 'Snoozed', acknowledgement: 'Acknowledged', approval: 'Approved' };
  const until = decision.until === '' ? '' : ` until ${decision.until.slice(0, 10)}`;
  return plain(`${words[decision.kind]} by ${decision.owner}${until}: ${decision.reason}`);
}

/** True where people said that it is not to be told now: an accepted risk, or one that is snoozed. */
export const isQuiet = ({ status, decision }: Finding): boolean =>
  status === 'excepted' || (status === 'fail' && decision?.kind === 'snooze');

export const titleOf = ({ rules }: ExportInput, ruleId: string): string => rules.get(ruleId)?.title ?? ruleId;

/** What is wrong, or what was not seen and the right that would show it. */
export function sentenceOf({ status, evidence, gap }: Finding): string {
  const right = gap?.permission ? ` Missing right: ${gap.permission}.` : '';
  return plain(status === 'unknown' ? `Not judged: ${evidence}.${right}` : evidence);
}

/** Where the run could not read all it was to read, a sentence for each place: it travels with every export. */
export const unreadPlaces = ({ coverage }: Run): readonly string[] =>
  coverage
    .filter(({ state }) => state === 'partial' || state === 'notRead')
    .map(({ name, unit, state, gaps }) =>
      plain(
        `${name} (${unit}) was ${state === 'notRead' ? 'not read' : 'partly read'}: ${gaps.length} gaps, missing rights: ${
          [...new Set(gaps.map(({ permission }) => permission).filter(Boolean))].sort().join(', ') || 'none'
        }.`,
      ),
    );
