import { createHash } from 'node:crypto';
import type { Alert } from '../model/alert';
import type { RunHeader } from '../model/run';
import { renderTeamsCard, type Links } from '../report';

/** One route: the channel behind the webhook. */
const route = 'teams';

const alertId = (header: RunHeader): string =>
  createHash('sha256')
    .update([header.id, route, ...header.drift.changes.map((change) => change.id)].join('\n'))
    .digest('hex')
    .slice(0, 12);

const kindOf = (header: RunHeader, last: RunHeader | undefined): Alert['kind'] => {
  if (!last) return 'baseline';
  return header.drift.changes.every((change) => change.sort === 'coverage') ? 'coverage' : 'digest';
};

/** One card a run: a welcome after the first, a digest when something changed, silence otherwise. */
export function alertsOf(
  header: RunHeader,
  last: RunHeader | undefined,
  titles: ReadonlyMap<string, string>,
  links: Links,
): readonly Alert[] {
  if (last && header.drift.changes.length === 0) return [];
  const id = alertId(header);
  const message = renderTeamsCard({ header, last, titles, alertId: id, links });
  return [{ id, runId: header.id, route, kind: kindOf(header, last), message }];
}
