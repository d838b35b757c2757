import type { HttpResponseInit } from '@azure/functions';
import type { DurableClient, DurableOrchestrationStatus } from 'durable-functions';
import { showAssessed } from './api';
import type { Order } from './orders';
import { json, Refusal } from './problem';

const pollMilliseconds = 500;

const pathOf = (id: string): string => `assessments/${encodeURIComponent(id)}`;

/** 202 with the place to ask at. `requestUrl` is that of the POST. */
export function started(requestUrl: string, id: string): HttpResponseInit {
  const { origin, pathname } = new URL(requestUrl);
  const location = `${origin}${pathname.replace(/assessments\/?$/, '')}${pathOf(id)}`;
  return json(202, { id, status: 'running', location }, { location, 'retry-after': '5' });
}

const words: Readonly<Record<string, string>> = {
  Pending: 'running',
  Running: 'running',
  ContinuedAsNew: 'running',
  Suspended: 'running',
  Completed: 'completed',
};

interface Ended {
  readonly runId?: string;
}

const runIdOf = (status: DurableOrchestrationStatus): string => (status.output as Ended | null)?.runId ?? '';

async function answerOf(status: DurableOrchestrationStatus): Promise<HttpResponseInit> {
  const { instanceId, createdTime, lastUpdatedTime } = status;
  const word = words[status.runtimeStatus] ?? 'failed';
  const told = { id: instanceId, status: word, createdAt: createdTime, updatedAt: lastUpdatedTime };
  if (word === 'running') return json(200, told, { 'retry-after': '5' });
  if (word === 'failed') return json(200, { ...told, reason: 'The audit did not finish. The app log has the reason.' });
  const runId = runIdOf(status);
  return json(200, { ...told, runId, run: await showAssessed(runId, status.input as Order) });
}

/** The state of an assessment, with its run once it is there. @throws Refusal when nobody knows the id. */
export async function showAssessment(client: DurableClient, id: string): Promise<HttpResponseInit> {
  const status = await client.getStatus(id, { showInput: true }).catch(() => undefined);
  if (!status?.runtimeStatus) throw new Refusal(404, 'No such assessment', `There is no assessment '${id}'.`);
  return answerOf(status);
}

/** The run when the assessment ends within `seconds`, undefined otherwise. */
export async function finishedWithin(
  client: DurableClient,
  id: string,
  seconds: number,
): Promise<HttpResponseInit | undefined> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    const status = await client.getStatus(id, { showInput: true });
    const word = words[status.runtimeStatus] ?? 'failed';
    if (word === 'completed') return json(200, await showAssessed(runIdOf(status), status.input as Order));
    if (word === 'failed')
      throw new Refusal(
        500,
        'The assessment failed',
        `GET /api/${pathOf(id)} tells its state. The app log has the reason.`,
      );
  }
  return undefined;
}
