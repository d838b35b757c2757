import type { Change, ChangeKind, Integrity } from '../model/drift';
import { changeShape, kindWord, severityCounts, shown, when } from './words';

/** A change as a sentence: what, on what; then from → to, who, when, how bad. `bold` marks names. */
export interface ChangeText {
  readonly shape: string;
  readonly sentence: readonly { readonly text: string; readonly bold: boolean }[];
  readonly detail: string;
}

const name = (text: string): { text: string; bold: boolean } => ({ text: shown(text), bold: true });
const words = (text: string): { text: string; bold: boolean } => ({ text, bold: false });

const bare = (json: string): string => (json === '' ? 'none' : shown(json.replace(/^"(.*)"$/, '$1'), 60));

/** `disableLocalAuth true → false`; '' when no property moved. */
export const movement = ({ kind, property, before, after }: Change): string =>
  property === '' || kind === 'appeared' || kind === 'gone'
    ? ''
    : `${shown(property)} ${bare(before)} → ${bare(after)}`;

function titleOf(change: Change, titles: ReadonlyMap<string, string>): string {
  const ranked = change.findings.filter((finding) => finding.severity === change.severity);
  const first = ranked.find(({ to }) => to === 'fail') ?? ranked[0] ?? change.findings[0];
  return first ? (titles.get(first.ruleId) ?? first.ruleId) : '';
}

const integrityWords: Readonly<Record<Integrity, string>> = {
  approved: 'approved change',
  automatic: 'automatic upgrade by Microsoft',
  unapproved: 'unapproved change',
  tampering: 'tampering suspicion',
  unknownCause: 'changed, cause unknown',
};

/** The class and the facts behind it; '' for a change that has none. */
function integrityOf({ integrity, integrityReason = '' }: Change): string {
  if (integrity === undefined) return '';
  const reason = shown(integrityReason, 240);
  return integrity === 'tampering' ? reason : `${integrityWords[integrity]}: ${reason}`;
}

/** Who, when and by which program, or that nobody wrote it down. */
export function whoOf({ actor, at, client, approval, integrity }: Change): string {
  if (!actor) return 'who: not in the log';
  const with_ = client ? ` with ${shown(client)}` : '';
  const approved = approval && integrity === undefined ? ` (${shown(approval, 120)})` : '';
  return `${shown(actor, 120)}${at ? `, ${when(at)}` : ''}${with_}${approved}`;
}

const sentences: Readonly<Record<ChangeKind, (change: Change, title: string) => ChangeText['sentence']>> = {
  opened: (change, title) => [name(change.name), words(`: ${title}`)],
  worse: (change, title) => [name(change.name), words(`: worse, ${title}`)],
  reopened: (change, title) => [name(change.name), words(`: open again, ${title}`)],
  exceptionOver: (change) => [words('The exception for '), name(change.name), words(' is over')],
  exceptionEnding: (change) => [
    words('The exception for '),
    name(change.name),
    words(` ends on ${when(change.after)}`),
  ],
  resolved: (change, title) => [name(change.name), words(`: resolved, ${title}`)],
  appeared: (change) => [words(`${kindWord(change.resourceKind)} `), name(change.name), words(' appeared')],
  gone: (change) => [words(`${kindWord(change.resourceKind)} `), name(change.name), words(' is gone')],
  changed: (change) => [words(`${kindWord(change.resourceKind)} `), name(change.name), words(' changed')],
  seenLess: (change) => [
    name(change.name),
    words(change.after === 'notRead' ? ' can no longer be read' : ' can be read less than before'),
  ],
  seenMore: (change) => [name(change.name), words(' can be read again')],
  diverged: (change, title) => [words('Defender and aispm differ on '), name(change.name), words(`: ${title}`)],
};

function detailOf(change: Change): string {
  if (change.sort === 'coverage') {
    const needs = change.kind === 'seenLess' && change.client ? `needs ${shown(change.client, 160)}` : '';
    return [
      `${shown(change.before)} → ${shown(change.after)}`,
      needs,
      change.kind === 'seenLess' ? 'carried forward, not resolved' : severityCounts(change),
    ]
      .filter(Boolean)
      .join(' · ');
  }
  if (change.sort === 'decision')
    return [`owner ${shown(change.actor)}`, shown(change.before, 120), severityCounts(change)]
      .filter(Boolean)
      .join(' · ');
  const who = change.sort === 'defender' ? '' : whoOf(change);
  return [movement(change), who, severityCounts(change), integrityOf(change)].filter(Boolean).join(' · ');
}

/** The same words on card, terminal and page. */
export const tellChange = (change: Change, titles: ReadonlyMap<string, string>): ChangeText => ({
  shape: changeShape(change),
  sentence: [
    ...(change.integrity === 'tampering' ? [words('Tampering suspicion, ')] : []),
    ...sentences[change.kind](change, titleOf(change, titles)),
  ],
  detail: detailOf(change),
});
