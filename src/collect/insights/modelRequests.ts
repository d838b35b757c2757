import type { Resource } from '../../model/resource';
import type { Gap } from '../../model/snapshot';
import type { ModelRequests } from '../../model/usage';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { at, idAt, parts, text } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body, Converted } from '../collector';
import { gap } from '../gaps';

const metric = 'AzureOpenAIRequests';
/** Azure Monitor keeps platform metrics for 93 days; one question may reach over 30 of them. */
const days = 30;
/** `top` is 10 where it is left out. */
const mostSeries = 1000;

/** One question an account: calls of 30 days by deployment and status, a value a day. Source: Metrics - List, 2023-10-01. */
async function* read(azure: AzureReader, account: Resource): AsyncGenerator<Body> {
  const until = new Date(Date.parse(azure.now)).toISOString();
  const since = new Date(Date.parse(azure.now) - days * 86_400_000).toISOString();
  const filter = "ModelDeploymentName eq '*' and StatusCode eq '*'";
  const query = [
    `metricnames=${metric}`,
    `timespan=${encodeURIComponent(`${since}/${until}`)}`,
    'interval=P1D&aggregation=Total',
    `top=${String(mostSeries)}`,
    `$filter=${encodeURIComponent(filter)}`,
  ].join('&');
  const path = `${account.id}/providers/Microsoft.Insights/metrics`;
  yield { ...(await azure.read(`${path}?${query}`, versionOf('microsoft.insights/metrics'))), id: path };
}

const dimension = (series: Body, wanted: string): string =>
  parts(series, 'metadatavalues')
    .filter((value) => text(value, 'name', 'value').toLowerCase() === wanted)
    .map((value) => text(value, 'value').toLowerCase())[0] ?? '';

const totalOf = (series: Body): number =>
  parts(series, 'data')
    .map((point) => at(point, 'total'))
    .reduce((sum: number, total) => sum + (typeof total === 'number' ? total : 0), 0);

const sum = (some: readonly Body[]): number => some.map(totalOf).reduce((a, b) => a + b, 0);

function percentThrottled(series: readonly Body[]): number {
  const all = sum(series);
  return all === 0 ? 0 : Math.ceil((sum(series.filter((one) => dimension(one, 'statuscode') === '429')) * 100) / all);
}

const measured = (body: Body): Body | undefined =>
  parts(body, 'value').find((one) => text(one, 'name', 'value').toLowerCase() === metric.toLowerCase());

/** What the metric holds; a series without a deployment answers a question about nothing. */
export function toModelRequests(body: Body, account?: Resource): ModelRequests {
  const series = parts(measured(body), 'timeseries').filter((one) => dimension(one, 'modeldeploymentname') !== '');
  const called = series.filter((one) => totalOf(one) > 0).map((one) => dimension(one, 'modeldeploymentname'));
  return {
    ...base('modelRequests', body, account),
    called: [...new Set(called)].sort(),
    throttledPercent: percentThrottled(series),
  };
}

/** Without the metric, with an error of it, or with as many series as were asked for, nothing is known: absent is not zero then. */
function doubtsOf(body: Body): readonly string[] {
  const found = measured(body);
  if (!found) return [`Azure Monitor does not tell ${metric}`];
  const code = text(found, 'errorCode');
  if (code !== '' && code.toLowerCase() !== 'success') return [`Azure Monitor answers ${code} for ${metric}`];
  return parts(found, 'timeseries').length >= mostSeries ? [`more than ${mostSeries} series of ${metric}`] : [];
}

function convert(body: Body, account: Resource): Converted<'modelRequests'> {
  const resource = toModelRequests(body, account);
  const place = { kind: 'modelRequests', scope: idAt(account, 'id'), permission: '' } as const;
  const gaps: readonly Gap[] = doubtsOf(body).map((detail) => gap(place, 'notStated', detail));
  return { resource, gaps };
}

const kinds = new Set(['openai', 'aiservices']);

export default childCollector({
  kind: 'modelRequests',
  parents: ['aiAccount'],
  permissions: ['Microsoft.Insights/metrics/read'],
  applies: (account) => account.kind === 'aiAccount' && kinds.has(account.accountKind.toLowerCase()),
  read,
  convert,
});
