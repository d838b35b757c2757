import { XMLBuilder } from 'fast-xml-parser';
import type { Finding } from '../model/finding';
import type { Run } from '../model/run';
import { decisionWords, isQuiet, plain, sentenceOf, titleOf, unreadPlaces, type ExportInput } from './exportParts';

// eslint-disable-next-line @typescript-eslint/no-deprecated -- moved to fast-xml-builder, which it is built from
const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
});

// XML has no such characters, not even escaped.
const xml = (text: string): string => plain(text).replace(/[\uFFFE\uFFFF]/g, ' ');

const entry = (finding: Finding, message: string): Readonly<Record<string, string>> => ({
  '@message': xml(message),
  '@type': finding.severity,
  '#text': xml(sentenceOf(finding)),
});

/**
 * `failure`: the fault is there. `error`: the check could not be carried through, because something was not seen; it must not look green.
 * `skipped`: people accepted or snoozed it, and said why.
 */
function outcome(finding: Finding): Readonly<Record<string, unknown>> {
  if (isQuiet(finding)) return { skipped: { '@message': xml(decisionWords(finding) || 'Accepted.') } };
  if (finding.status === 'unknown') return { error: entry(finding, sentenceOf(finding)) };
  return finding.status === 'fail' ? { failure: entry(finding, finding.evidence) } : {};
}

const toCase = (finding: Finding): Readonly<Record<string, unknown>> => ({
  '@name': xml(finding.resourceId),
  '@classname': xml(finding.ruleId),
  '@time': '0',
  ...outcome(finding),
});

const counts = (findings: readonly Finding[]): Readonly<Record<string, number>> => ({
  '@tests': findings.length,
  '@failures': findings.filter((one) => one.status === 'fail' && !isQuiet(one)).length,
  '@errors': findings.filter(({ status }) => status === 'unknown').length,
});

/** The run as JUnit XML, a suite for each rule and a case for each resource it judged; what a rule does not apply to is left out. */
export function renderJunit(run: Run, input: ExportInput): string {
  const judged = run.findings.filter(({ status }) => status !== 'notApplicable');
  const suites = [...Map.groupBy(judged, ({ ruleId }) => ruleId)].sort(([a], [b]) => (a < b ? -1 : 1));
  const unread = unreadPlaces(run).join('\n');
  const body = builder.build({
    testsuites: {
      '@name': 'aispm',
      ...counts(judged),
      testsuite: suites.map(([ruleId, findings], at) => ({
        '@name': xml(titleOf(input, ruleId)),
        '@timestamp': run.takenAt.slice(0, 19),
        '@id': at,
        ...counts(findings),
        '@skipped': findings.filter(isQuiet).length,
        testcase: findings.map(toCase),
        ...(unread ? { 'system-err': xml(unread) } : {}),
      })),
    },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}
