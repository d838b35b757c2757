import type { Change } from '../../model/drift';
import type { Rule } from '../../model/rule';
import { block, head, openUrl, rich, run, subtle, type Part } from '../cardParts';
import { movement, tellChange, whoOf } from '../changeText';
import { kindWord, severityCounts, shown, when } from '../words';
import type { CardInput } from './input';
import { bold, budgetOf, fact, foot, portalUrl, score, scoreTrend, section } from './parts';

/** The finding that gives a change its weight, and its rule. */
function ruleOf({ findings, severity }: Change, { rules }: CardInput): Pick<Rule, 'why' | 'fix'> | undefined {
  const first = findings.find((finding) => finding.severity === severity) ?? findings[0];
  return first && rules.get(first.ruleId);
}

const sentenceOf = (change: Change, { titles }: CardInput): string =>
  tellChange(change, titles)
    .sentence.map(({ text }) => text)
    .join('');

/** The subscription by its name, where the run knows it. */
const unitName = ({ unit }: Change, { header }: CardInput): string =>
  header.units.find((one) => one.unit === unit)?.coverage.name ?? unit;

const where = (change: Change, input: CardInput): readonly Part[] => [
  bold(shown(change.name)),
  run(`, ${kindWord(change.resourceKind)}, subscription ${shown(unitName(change, input))}`),
];

const textRow = (label: string, text: string): Part[] => (text === '' ? [] : [fact(label, [run(shown(text, 400))])]);

/** The label says who already; of an exception, its owner is no culprit. */
const whoIn = (change: Change): string =>
  change.sort === 'decision' ? `${change.actor} answers for it` : whoOf(change).replace(/^who: /, '');

/** `◆ Critical: …` on the card and where only one line is shown. */
export const criticalTitle = ({ changes }: CardInput): string =>
  changes.length === 1 ? 'Critical: one change' : `Critical: ${changes.length} changes`;

/** What needs somebody now: the worst change in full, the others as rows. */
export function criticalBody(input: CardInput, room: number): Part[] {
  const [first, ...others] = input.changes;
  if (!first) return [];
  const rule = ruleOf(first, input);
  return [
    block(`◆ ${criticalTitle(input)}`, { size: 'Large', weight: 'Bolder', style: 'heading' }),
    rich([subtle(`Seen ${when(input.header.takenAt)}`)], { spacing: 'None' }),
    rich([bold(sentenceOf(first, input))], { spacing: 'Medium' }),
    fact('Where', where(first, input)),
    ...textRow('What', movement(first)),
    ...textRow('Who', whoIn(first)),
    ...textRow('So what', rule?.why ?? first.integrityReason ?? ''),
    ...textRow('Moves', severityCounts(first)),
    ...textRow('Fix', rule?.fix.text ?? ''),
    ...section('Also critical', others, input, budgetOf(room)),
    ...foot(input),
  ];
}

export const recoveryTitle = ({ changes }: CardInput): string =>
  changes.length === 1 ? 'Resolved: one critical finding less' : `Resolved: ${changes.length} critical changes`;

/** Something critical is over: read, not inferred from absence. */
export function recoveryBody(input: CardInput, room: number): Part[] {
  const [first, ...others] = input.changes;
  if (!first) return [];
  const { header, last } = input;
  return [
    head(`✓ ${recoveryTitle(input)}`, `Seen ${when(header.takenAt)}`, score(header), scoreTrend(header, last)),
    rich([bold(sentenceOf(first, input))], { spacing: 'Medium' }),
    fact('Where', where(first, input)),
    ...textRow('What', movement(first)),
    ...textRow('Who', whoIn(first)),
    ...textRow('Effect', `${severityCounts(first)} resolved.`),
    ...textRow(
      'Proof',
      first.kind === 'gone'
        ? 'The resource answers 404.'
        : 'Read from the resource itself, not inferred from its absence.',
    ),
    ...section('Also resolved', others, input, budgetOf(room)),
    ...foot(input),
  ];
}

/** The resource of the first change, in the portal. */
export function singleActions(input: CardInput): Part[] {
  const [first] = input.changes;
  const url = first ? portalUrl(input.links, first) : '';
  return url === '' ? [] : [openUrl('Open in the Azure portal', url)];
}
