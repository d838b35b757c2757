import type { Finding } from '../model/finding';
import type { Rule } from '../model/rule';
import type { Run } from '../model/run';
import type { Severity } from '../model/severity';
import { decisionWords, isQuiet, plain, sentenceOf, unreadPlaces, type ExportInput } from './exportParts';
import { escaped } from './markdown';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' } as const;

/** In the bands that code scanning makes of it: over 9 critical, from 7 high, from 4 medium, above 0 low. */
const scores: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
};

const controlTags = ({ controls }: Rule): readonly string[] =>
  Object.entries(controls).flatMap(([framework, ids]) => ids.map((id) => `${framework}/${id}`));

/** A rule that no longer exists is known by its id alone. */
function toDescriptor(id: string, rule: Rule | undefined): unknown {
  if (!rule) return { id };
  const { title, why, fix, references, severity } = rule;
  const commands = fix.cli ? `\n\n\`\`\`sh\n${fix.cli}\n\`\`\`` : '';
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    ...(references[0] ? { helpUri: references[0] } : {}),
    help: {
      text: [`${why}\n\n${fix.text}`, ...(fix.cli ? [fix.cli] : []), ...references].join('\n\n'),
      markdown: `${escaped(why)}\n\n${escaped(fix.text)}${commands}\n\n${references.map((url) => `- <${url}>`).join('\n')}`,
    },
    defaultConfiguration: { level: levels[severity] },
    properties: { 'security-severity': scores[severity], tags: ['security', ...controlTags(rule)] },
  };
}

/** A resource has no file. Its path stands as a relative address too, for readers that know files alone. */
const toLocation = ({ resourceId, kind }: Finding): unknown => ({
  physicalLocation: {
    artifactLocation: {
      uri: plain(resourceId).split('/').filter(Boolean).map(encodeURIComponent).join('/') || 'tenant',
    },
  },
  logicalLocations: [
    {
      name: plain(resourceId).split('/').at(-1) ?? '',
      fullyQualifiedName: plain(resourceId),
      kind: 'resource',
      properties: { aispmKind: kind },
    },
  ],
});

const toSuppression = (finding: Finding): unknown => ({
  kind: 'external',
  status: 'accepted',
  justification: decisionWords(finding) || 'Accepted.',
});

/** `open`: SARIF's word for what the tool could not decide. It takes no level. */
const toResult = (finding: Finding, index: number): unknown => ({
  ruleId: finding.ruleId,
  ruleIndex: index,
  ...(finding.status === 'unknown'
    ? { kind: 'open', level: 'none' }
    : { kind: 'fail', level: levels[finding.severity] }),
  message: { text: sentenceOf(finding) || finding.ruleId },
  locations: [toLocation(finding)],
  partialFingerprints: { 'aispmFinding/v1': finding.fingerprint },
  suppressions: isQuiet(finding) ? [toSuppression(finding)] : [],
  properties: {
    severity: finding.severity,
    status: finding.status,
    ...(finding.firstSeenAt ? { firstSeenAt: finding.firstSeenAt } : {}),
    ...(finding.decision ? { decision: decisionWords(finding) } : {}),
    ...(finding.gap ? { missingRight: plain(finding.gap.permission) } : {}),
  },
});

/**
 * The run as SARIF 2.1.0: what fails, what was accepted or snoozed (suppressed, with the reason) and what could not be judged (`open`).
 * What passes is counted and not listed: readers of SARIF show each result as an alert.
 */
export function renderSarif(run: Run, { rules, version }: ExportInput): string {
  const told = run.findings.filter(({ status }) => status !== 'pass' && status !== 'notApplicable');
  const ids = [...new Set(told.map(({ ruleId }) => ruleId))].sort();
  const places = new Map(ids.map((id, at) => [id, at]));
  const notifications = unreadPlaces(run).map((text) => ({ level: 'warning', message: { text } }));
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'aispm',
            semanticVersion: version,
            rules: ids.map((id) => toDescriptor(id, rules.get(id))),
          },
        },
        automationDetails: { id: `aispm/${run.id}` },
        invocations: [
          { executionSuccessful: true, endTimeUtc: run.takenAt, toolExecutionNotifications: notifications },
        ],
        columnKind: 'utf16CodeUnits',
        results: told.map((finding) => toResult(finding, places.get(finding.ruleId) ?? -1)),
        properties: { status: run.status, passed: run.findings.filter(({ status }) => status === 'pass').length },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
