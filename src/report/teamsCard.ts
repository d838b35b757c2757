import type { Change, DriftSort } from '../model/drift';
import type { RunHeader } from '../model/run';
import {
  block,
  changeRow,
  column,
  columns,
  coverageBox,
  head,
  heading,
  openUrl,
  rich,
  run,
  subtle,
  type Part,
} from './cardParts';
import { tellChange } from './changeText';
import { coverageCount, coverageLine, missingRights, plural, shown, when, type Links, type ReportInput } from './words';

/** What the card needs beside the run. */
export interface CardInput extends ReportInput {
  readonly alertId: string;
  readonly links: Links;
}

/** Teams counts up to 1.18 times what is sent against 28 KB; the whole message stays under 20,000 bytes. */
const mostBytes = 19_500;
const longestUrl = 1_000;
const maxRows = 14;

const isTampering = ({ integrity }: Change): boolean => integrity === 'tampering';

/** Each change stands in the first that holds it. */
const sections: readonly { readonly title: string; readonly holds: (change: Change) => boolean }[] = [
  { title: 'Tampering suspicion', holds: isTampering },
  { title: 'Worse', holds: ({ kind }) => kind === 'opened' || kind === 'worse' },
  { title: 'We can see less', holds: ({ kind }) => kind === 'seenLess' },
  { title: 'New, changed, gone', holds: ({ sort }) => sort === 'inventory' || sort === 'configuration' },
  { title: 'Defender says otherwise', holds: ({ sort }) => sort === 'defender' },
  { title: 'Resolved, seen again', holds: ({ kind }) => kind === 'resolved' || kind === 'seenMore' },
];

function portalUrl(links: Links, { resourceId }: Change): string {
  if (!resourceId.startsWith('/subscriptions/')) return '';
  const url = `${links.portal}/#resource${encodeURI(resourceId.toWellFormed())}`;
  return url.length > longestUrl ? '' : url;
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8');

function rowsWithin(changes: readonly Change[], input: CardInput, budget: { rows: number; bytes: number }): Part[] {
  const rows: Part[] = [];
  for (const change of changes) {
    const row = changeRow(tellChange(change, input.titles), isAlarming(change), portalUrl(input.links, change));
    if (budget.rows === 0 || budget.bytes < bytes(row)) break;
    budget.rows -= 1;
    budget.bytes -= bytes(row);
    rows.push(row);
  }
  return rows;
}

const isAlarming = ({ findings, integrity }: Change): boolean =>
  integrity === 'tampering' ||
  findings.some(({ to, severity }) => to === 'fail' && (severity === 'critical' || severity === 'high'));

function changeSections(input: CardInput, room: number): Part[] {
  const budget = { rows: maxRows, bytes: room };
  return sections.flatMap(({ title, holds }) => {
    const held = input.header.drift.changes.filter(
      (change) => holds(change) && (holds === isTampering || !isTampering(change)),
    );
    if (held.length === 0) return [];
    const rows = rowsWithin(held, input, budget);
    const more = held.length - rows.length;
    return [
      heading(`${title} (${held.length})`),
      ...rows,
      ...(more > 0 ? [block(`${more} more`, { size: 'Small', isSubtle: true })] : []),
    ];
  });
}

const isComplete = (header: RunHeader): boolean => header.status === 'complete';
const score = (header: RunHeader): string =>
  header.summary.score === null ? '–' : String(Math.round(header.summary.score));

function unreadRows(header: RunHeader): Part[] {
  const unread = header.units
    .map(({ coverage }) => coverage)
    .filter(({ state }) => state === 'notRead' || state === 'partial');
  if (unread.length === 0) return [];
  const told = unread.slice(0, 5).map((coverage) => {
    const rights = missingRights(coverage).slice(0, 3).join(', ');
    return `${shown(coverage.name)}${rights ? ` (needs ${shown(rights, 120)})` : ''}`;
  });
  const more = unread.length > 5 ? `, ${unread.length - 5} more` : '';
  return [
    rich([subtle(`Not read completely: ${told.join('; ')}${more}. Until then we say nothing about what is missing.`)], {
      spacing: 'None',
    }),
  ];
}

const foot = (alertId: string): Part =>
  rich([subtle(`aispm · alert ${alertId} · a repeat carries the same id`)], { spacing: 'Large' });

function actionsOf({ header, links }: CardInput): Part[] {
  if (!links.api) return [];
  const run = `${links.api}/runs/${encodeURIComponent(header.id)}`;
  return [openUrl('This run', run), openUrl('What we could not see', `${run}/coverage`)];
}

const tiles: readonly { readonly kind: string; readonly word: string }[] = [
  { kind: 'aiAccount', word: 'AI accounts' },
  { kind: 'mlWorkspace', word: 'ML workspaces' },
  { kind: 'deployment', word: 'deployments' },
];

function baselineBody(input: CardInput): Part[] {
  const { header } = input;
  const count = (kind: string): number =>
    header.units.reduce((sum, { summary }) => sum + (summary.byKind[kind] ?? 0), 0);
  const { critical, high, medium, low } = header.summary.findings;
  const tile = (figure: number, word: string): Part =>
    column('stretch', [
      block(figure.toLocaleString('en'), { size: 'Large', weight: 'Bolder' }),
      block(word, { size: 'Small', isSubtle: true, spacing: 'None' }),
    ]);
  return [
    head('aispm is watching', `First run ${when(header.takenAt)}`, score(header), 'of 100'),
    coverageBox(isComplete(header), coverageLine(header), unreadRows(header)),
    columns(
      [...tiles.map(({ kind, word }) => tile(count(kind), word)), tile(critical + high + medium + low, 'findings')],
      { spacing: 'Medium' },
    ),
    rich([run(`◆ ${critical} critical   ▲ ${high} high   ■ ${medium} medium   ○ ${low} low`)], { spacing: 'Medium' }),
    block(
      'This is the baseline, so nothing below is sent one by one. From the next run on you get one card when something changes, and none when nothing does.',
      { spacing: 'Medium' },
    ),
    foot(input.alertId),
  ];
}

const countOf = (header: RunHeader, sort: DriftSort): number =>
  header.drift.changes.filter((change) => change.sort === sort).length;

function titleOf(header: RunHeader): string {
  const changes = header.drift.changes;
  if (countOf(header, 'coverage') === changes.length && changes.some(({ kind }) => kind === 'seenLess'))
    return 'We see less than before';
  const worse = changes.filter(({ kind }) => kind === 'opened' || kind === 'worse').length;
  return `${plural(changes.length, 'change')}${worse > 0 ? `, ${worse} worse` : ''}`;
}

function scoreTrend(header: RunHeader, last: RunHeader | undefined): string {
  const [now, was] = [header.summary.score, last?.summary.score ?? null];
  if (now === null || was === null) return 'of 100';
  const step = Math.round(now) - Math.round(was);
  if (step === 0) return 'of 100, as before';
  return `${step < 0 ? '▼' : '▲'} ${Math.abs(step)}, was ${Math.round(was)}`;
}

const digestBody = (input: CardInput, room: number): Part[] => [
  head(
    titleOf(input.header),
    `Run ${when(input.header.takenAt)} · compared with ${when(input.header.drift.fromTakenAt)}`,
    score(input.header),
    scoreTrend(input.header, input.last),
  ),
  coverageBox(isComplete(input.header), coverageLine(input.header), unreadRows(input.header)),
  ...changeSections(input, room),
  foot(input.alertId),
];

/** The whole message; `room` is what the rows of changes may take, in bytes. */
function toMessage(input: CardInput, room: number): Part {
  const { all, read } = coverageCount(input.header);
  const said = input.last ? titleOf(input.header) : 'baseline taken';
  const spoken = `aispm: ${said}. ${read} of ${plural(all, 'subscription')} read.`;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    msteams: { width: 'Full' },
    lang: 'en',
    fallbackText: spoken,
    speak: spoken,
    body: input.last ? digestBody(input, room) : baselineBody(input),
    actions: actionsOf(input),
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

/**
 * The message for a Teams Workflows webhook: an envelope with one Adaptive Card 1.5, under 20,000 bytes whatever the run holds. The
 * first run gives a welcome, later ones what changed. Source of the size: the Teams webhook limit of 28 KB and what it counts.
 */
export const renderTeamsCard = (input: CardInput): Part => toMessage(input, mostBytes - bytes(toMessage(input, 0)));
