import { armError, ok, parameter } from './answer';
import type { Answer, Call } from './answer';
import { parentNotFound } from './armErrors';
import type { ArmPath } from './armPath';
import type { EstateIndex } from './estateIndex';
import type { Estate } from './tenant';

/** Calls that an estate's deployment gets each day, with the status they end in. */
export interface Calls {
  /** Id of the deployment. */
  deployment: string;
  status: string;
  perDay: number;
}

const day = 86_400_000;

/** Every deployment is called twelve times a day unless the estate says otherwise. */
function callsOn(account: string, { calls = [] }: Estate, index: EstateIndex): Calls[] {
  const deployments = index.lists.get(`${account}/deployments`) ?? [];
  return deployments.flatMap(({ id }) => {
    const own = calls.filter(({ deployment }) => deployment.toLowerCase() === id.toLowerCase());
    return own.length > 0 ? own : [{ deployment: id, status: '200', perDay: 12 }];
  });
}

const valueOf = (name: string, value: string) => ({ name: { value: name, localizedValue: name }, value });

function seriesOf({ deployment, status, perDay }: Calls, from: number, until: number) {
  const days = Math.max(0, Math.round((until - from) / day));
  const points = Array.from({ length: days }, (_, at) => ({
    timeStamp: new Date(from + at * day).toISOString(),
    total: perDay,
  }));
  const name = deployment.slice(deployment.lastIndexOf('/') + 1);
  // Azure Monitor tells the values of dimensions in lower case.
  return {
    metadatavalues: [valueOf('modeldeploymentname', name.toLowerCase()), valueOf('statuscode', status)],
    data: points,
  };
}

/**
 * `GET {resource}/providers/Microsoft.Insights/metrics`, api-version 2023-10-01, for the one metric and split that the product asks. A deployment
 * that nobody called has no series; `top` is 10 where it is left out.
 */
export function metrics(call: Call, path: ArmPath, estate: Estate, index: EstateIndex): Answer {
  if (!index.known.has(path.parent)) return parentNotFound(path);
  const asked = (word: string): string => parameter(call.query, word) ?? '';
  const [from = NaN, until = NaN] = asked('timespan').split('/').map(Date.parse);
  const name = asked('metricnames');
  if (!(from < until) || name !== 'AzureOpenAIRequests')
    return armError(400, 'BadRequest', 'The query holds no timespan, or a metric that the simulator does not know.');
  const called = callsOn(path.parent, estate, index).filter(({ perDay }) => perDay > 0);
  const top = Number(asked('top') || 10);
  const value = {
    id: `${path.parent}/providers/Microsoft.Insights/metrics/${name}`,
    type: 'Microsoft.Insights/metrics',
    name: { value: name, localizedValue: 'Azure OpenAI Requests' },
    displayDescription: 'Number of calls made to the Azure OpenAI API over a period of time.',
    unit: 'Count',
    timeseries: called.slice(0, top).map((one) => seriesOf(one, from, until)),
    errorCode: 'Success',
  };
  return ok({
    cost: 0,
    timespan: `${new Date(from).toISOString()}/${new Date(until).toISOString()}`,
    interval: 'P1D',
    value: [value],
    namespace: 'Microsoft.CognitiveServices/accounts',
    resourceregion: 'westeurope',
  });
}
