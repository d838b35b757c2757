import type { Change, ChangeKind } from '../model/drift';
import type { Kind } from '../model/resource';
import type { RunHeader, UnitCoverage } from '../model/run';
import { severities, type Severity } from '../model/rule';

/** Where links may point: the app's own API (`https://HOST/api`, '' when unknown) and the Azure portal. */
export interface Links {
  readonly api: string;
  readonly portal: string;
}

/** A run to be told: its header, the run before it, and the titles of the rules. */
export interface ReportInput {
  readonly header: RunHeader;
  readonly last: RunHeader | undefined;
  readonly titles: ReadonlyMap<string, string>;
}

/** Shape, then word, then colour: each survives without the next. */
export const shapes: Readonly<Record<Severity, string>> = {
  critical: '◆',
  high: '▲',
  medium: '■',
  low: '○',
  info: '·',
};

export const changeShape = (change: Change): string =>
  (change.integrity === 'tampering' ? undefined : kindShapes[change.kind]) ?? shapes[change.severity];
const kindShapes: Readonly<Partial<Record<ChangeKind, string>>> = {
  appeared: '+',
  changed: '⇄',
  gone: '−',
  seenLess: '?',
  seenMore: '✓',
  resolved: '✓',
  diverged: '≠',
  exceptionOver: '!',
  exceptionEnding: '!',
};

const kindWords: Readonly<Partial<Record<Kind, string>>> = {
  aiAccount: 'AI account',
  mlWorkspace: 'ML workspace',
  mlRegistry: 'ML registry',
  guardrail: 'Guardrail',
  deployment: 'Deployment',
  recommendation: 'Defender recommendation',
  connection: 'Connection',
  searchService: 'Search service',
  databricksWorkspace: 'Databricks workspace',
  apimService: 'API Management service',
  apimApi: 'API behind a gateway',
  apimPolicy: 'Gateway policy',
  apimPolicyFragment: 'Gateway policy fragment',
  apimBackend: 'Gateway backend',
  apimNamedValue: 'Gateway named value',
  apimSubscription: 'Gateway subscription',
  storageAccount: 'Storage account',
  keyVault: 'Key vault',
  diagnosticSetting: 'Diagnostic setting',
  vmScaleSet: 'Scale set',
  vmExtension: 'Machine extension',
  managedCluster: 'Kubernetes cluster',
  webAppSettings: 'Settings of the site',
  consentedApp: 'Consented application',
  armDeployment: 'Deployment history',
};

/** `blobContainer` → `Blob container`: a reader's word for the kind. */
export function kindWord(kind: Kind | ''): string {
  const known = kind ? kindWords[kind] : 'Resource';
  if (known) return known;
  const words = kind.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Control, zero-width, direction and tag characters: a name must not repaint a terminal or reorder a card.
const unsafe = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Text from Azure or people, safe to show: unsafe characters become spaces, long names lose their middle. */
export function shown(text: string, longest = 80): string {
  const clean = Array.from(text.toWellFormed().replace(unsafe, ' '));
  if (clean.length <= longest) return clean.join('');
  const half = Math.floor((longest - 1) / 2);
  return `${clean.slice(0, half).join('')}…${clean.slice(-half).join('')}`;
}

/** `1,234 findings`, `1 finding`. */
export const plural = (count: number, word: string): string =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Tue 24 Nov, 06:00 UTC`; '' for no instant. */
export function when(instant: string): string {
  const date = new Date(instant);
  if (!instant || Number.isNaN(date.getTime())) return '';
  const clock = date.toISOString().slice(11, 16);
  return `${days[date.getUTCDay()] ?? ''} ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}, ${clock} UTC`;
}

const subscriptionUnits = (header: RunHeader): readonly UnitCoverage[] =>
  header.units.map((entry) => entry.coverage).filter((coverage) => coverage.unit !== 'tenant');

/** How many subscriptions were read, partly read and not read. */
export function coverageCount(header: RunHeader): { all: number; read: number; partly: number; not: number } {
  const units = subscriptionUnits(header);
  const count = (...states: UnitCoverage['state'][]): number =>
    units.filter((unit) => states.includes(unit.state)).length;
  return { all: units.length, read: count('read', 'disabled'), partly: count('partial'), not: count('notRead') };
}

/** Coverage in one sentence: it travels with every number. */
export function coverageLine(header: RunHeader): string {
  const { all, read, partly, not } = coverageCount(header);
  const tenant = header.units.find((entry) => entry.unit === 'tenant')?.coverage.state ?? 'read';
  const parts = [`${read} of ${plural(all, 'subscription')} read`];
  if (partly > 0) parts.push(`${partly} partly`);
  if (not > 0) parts.push(`${not} not read`);
  if (tenant === 'partial') parts.push('what stands above them partly');
  const unknown = header.summary.unknown;
  return `${parts.join(', ')}. ${unknown === 0 ? 'Nothing is unknown' : `${plural(unknown, 'verdict')} ${unknown === 1 ? 'is' : 'are'} unknown`}.`;
}

const roleOf = (permission: string): string => {
  if (!permission.startsWith('Microsoft.') && permission !== '*/read') return permission;
  return permission.startsWith('Microsoft.Security/') ? 'Security Reader' : 'Reader';
};

/** What is missing in a unit: the roles where nothing of it could be read, otherwise the rights one by one. */
export function missingRights({ state, gaps }: UnitCoverage): readonly string[] {
  const rights = [...new Set(gaps.map((gap) => gap.permission).filter(Boolean))].sort();
  return state === 'notRead' ? [...new Set(rights.map(roleOf))].sort() : rights;
}

/** `1 critical, 4 high, 2 resolved`: what a change opened; of one that only resolved, what it resolved. */
export function severityCounts({ findings }: Change): string {
  const open = findings.filter(({ to }) => to === 'fail');
  const told = open.length > 0 ? open : findings;
  const of = (severity: Severity): number => told.filter((finding) => finding.severity === severity).length;
  const counts = severities.filter((severity) => of(severity) > 0).map((severity) => `${of(severity)} ${severity}`);
  const resolved = findings.length - told.length;
  return [...counts, ...(resolved > 0 ? [`${resolved} resolved`] : [])].join(', ');
}
