import type { RunHeader } from '../model/run';
import type { ExposedRow, ShadowReport, ShadowRow } from '../model/shadowReport';
import { escaped } from './markdown';
import { coverageLine, kindWord, shown, when } from './words';

const state = ({ confidence, sanctioned, managedHosts }: ShadowRow): string => {
  if (sanctioned) return `${confidence}, in the register: ${sanctioned}`;
  return confidence === 'none' ? `calls ${managedHosts.join(', ')}` : confidence;
};

const title = ({ kind, name }: { readonly kind: ShadowRow['kind']; readonly name: string }): string =>
  `${kindWord(kind)} ${shown(name)}`;

function secretWords({ place, secretKind, confidence, bornMonth, opensId, opensHost, dead }: ExposedRow): string {
  const target = shown(opensId.replace(/^.*\//, '') || (opensHost ?? ''));
  return [
    `${shown(place, 120)} holds ${secretKind} (${confidence})`,
    ...(bornMonth ? [`made ${bornMonth}`] : []),
    ...(target ? [`opens ${target}${dead ? ', which refuses keys' : ''}`] : []),
  ].join(', ');
}

const head = (header: RunHeader): string => `AI outside the inventory, ${when(header.takenAt)}`;
const none = 'Nothing beyond the managed accounts and workspaces was seen.';
const noSecret = 'No secret was seen in a readable property.';

/** AI in use beyond the managed inventory, each with confidence and why; then secrets that readers see, each with its place. */
export function renderShadow({ workloads, secrets }: ShadowReport, header: RunHeader): string {
  const told = workloads.flatMap((row) => [
    `${title(row)}   ${state(row)}`,
    ...row.why.map((why) => `  ${shown(why, 160)}`),
  ]);
  const shownSecrets = secrets.map((row) => `${title(row)}   ${secretWords(row)}`);
  return `${[
    head(header),
    `Coverage   ${coverageLine(header)}`,
    '',
    ...(told.length > 0 ? told : [none]),
    '',
    'Secrets that readers see',
    ...(shownSecrets.length > 0 ? shownSecrets : [noSecret]),
  ].join('\n')}\n`;
}

/** The same as Markdown. */
export function renderShadowMarkdown({ workloads, secrets }: ShadowReport, header: RunHeader): string {
  const rows = workloads.map(
    (row) => `| ${escaped(title(row))} | ${escaped(state(row))} | ${row.why.map((why) => escaped(why)).join('<br>')} |`,
  );
  const places = secrets.map((row) => `- ${escaped(`${title(row)}: ${secretWords(row)}`)}`);
  return `${[
    `# ${head(header)}`,
    '',
    `**Coverage:** ${coverageLine(header)}`,
    '',
    ...(rows.length > 0 ? ['| Workload | AI | Why |', '| --- | --- | --- |', ...rows] : [none]),
    '',
    '## Secrets that readers see',
    '',
    ...(places.length > 0 ? places : [noSecret]),
  ].join('\n')}\n`;
}
