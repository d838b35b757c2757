import type { HttpAnswer, HttpQuestion } from '../httpServer';
import { eventType, toShownHistory } from './history';
import { AlreadyExists, BadArgument } from './hub';
import type { Hub } from './hub';
import type { Instance } from './instance';
import { toManagementLinks, webhookPath } from './links';

type Operation = (question: HttpQuestion, instance: Instance, argument: string) => HttpAnswer;

/**
 * Serves the HTTP API of the Durable Functions extension below `/runtime/webhooks/durabletask/`; `undefined` elsewhere.
 * Starting an id that is still live is 409, raising to or ending an instance that is over is 410, an unknown one 404.
 * Source: https://learn.microsoft.com/azure/azure-functions/durable/durable-functions-http-api
 */
export function toDurableApi(hub: Hub, hubName: string) {
  return (question: HttpQuestion): HttpAnswer | undefined => {
    const { pathname } = question.url;
    if (!pathname.startsWith(`${webhookPath}/`)) return undefined;
    const [room, ...rest] = decodeURIComponent(pathname.slice(webhookPath.length + 1))
      .split('/')
      .filter((segment) => segment !== '');
    if (room === 'orchestrators' && question.method === 'POST') return start(hub, hubName, question, rest);
    return room === 'instances' ? onInstances(hub, question, rest) : notFound;
  };
}

const notFound: HttpAnswer = { status: 404 };

function start(hub: Hub, hubName: string, question: HttpQuestion, [name = '', id]: readonly string[]): HttpAnswer {
  const input = question.body.length === 0 ? 'null' : question.body.toString();
  if (!isJson(input)) return message(400, 'Invalid JSON content');
  try {
    const instance = hub.start(name, input, id);
    const links = toManagementLinks(question.url.origin, hubName, instance.origin.id);
    return json(202, links, { location: links['statusQueryGetUri'] ?? '', 'retry-after': '10' });
  } catch (error) {
    if (error instanceof AlreadyExists) return message(409, error.message);
    if (error instanceof BadArgument) return message(400, error.message);
    throw error;
  }
}

function onInstances(hub: Hub, question: HttpQuestion, [id, ...path]: readonly string[]): HttpAnswer {
  if (id === undefined) return onAll(hub, question);
  const instance = hub.find(id);
  if (instance === undefined) return notFound;
  if (path.length > 0) return operate(question, instance, path);
  if (question.method === 'GET') return show(question, instance);
  return question.method === 'DELETE' ? purge(hub, instance) : notFound;
}

function operate(
  question: HttpQuestion,
  instance: Instance,
  [name = '', argument = '']: readonly string[],
): HttpAnswer {
  const operation = question.method === 'POST' ? operations[name.toLowerCase()] : undefined;
  return operation?.(question, instance, argument) ?? notFound;
}

const operations: Readonly<Record<string, Operation>> = {
  raiseevent: (question, instance, eventName) => {
    const input = question.body.toString();
    if (instance.isOver) return { status: 410 };
    if (!(question.headers['content-type'] ?? '').startsWith('application/json'))
      return message(400, 'Only application/json request content is supported');
    if (input !== '' && !isJson(input)) return message(400, 'Invalid JSON content');
    instance.post(eventType.eventRaised, { Name: eventName, Input: input === '' ? 'null' : input });
    return { status: 202 };
  },
  terminate: toLifecycle(eventType.executionTerminated),
  suspend: toLifecycle(eventType.executionSuspended),
  resume: toLifecycle(eventType.executionResumed),
};

function toLifecycle(type: number): Operation {
  return (question, instance) => {
    if (instance.isOver) return { status: 410 };
    instance.post(type, { Reason: question.url.searchParams.get('reason') ?? '' });
    return { status: 202 };
  };
}

function show({ url }: HttpQuestion, instance: Instance): HttpAnswer {
  const { searchParams } = url;
  const flag = (name: string): boolean => searchParams.get(name)?.toLowerCase() === 'true';
  const history = flag('showHistory') ? toShownHistory(instance.history, flag('showHistoryOutput')) : null;
  const body = {
    ...toStatus(instance, searchParams.get('showInput')?.toLowerCase() !== 'false'),
    historyEvents: history,
  };
  if (!instance.isOver) return json(202, body, { location: url.href, 'retry-after': '5' });
  return json(instance.status === 'Failed' && flag('returnInternalServerErrorOnFailure') ? 500 : 200, body);
}

function purge(hub: Hub, instance: Instance): HttpAnswer {
  const { id } = instance.origin;
  if (!instance.isOver) {
    return json(
      412,
      `Only orchestrations in a terminal state can be purged, but the orchestration with instance ID ${id} has status ${instance.status}`,
    );
  }
  hub.purge(id);
  return json(200, { instancesDeleted: 1 });
}

function onAll(hub: Hub, question: HttpQuestion): HttpAnswer {
  const chosen = hub.list().filter(toFilter(question.url.searchParams));
  if (question.method === 'GET')
    return json(
      200,
      chosen.map((instance) => toStatus(instance, false)),
    );
  if (question.method !== 'DELETE') return notFound;
  if (!question.url.searchParams.has('createdTimeFrom'))
    return json(400, "Please provide value for 'createdTimeFrom' parameter.");
  const over = chosen.filter((instance) => instance.isOver);
  for (const { origin } of over) hub.purge(origin.id);
  return over.length === 0 ? notFound : json(200, { instancesDeleted: over.length });
}

function toFilter(query: URLSearchParams): (instance: Instance) => boolean {
  const from = Date.parse(query.get('createdTimeFrom') ?? '') || -Infinity;
  const to = Date.parse(query.get('createdTimeTo') ?? '') || Infinity;
  const statuses = query.get('runtimeStatus')?.split(',');
  const prefix = query.get('instanceIdPrefix') ?? '';
  return ({ createdAt, status, origin }) =>
    createdAt.getTime() >= from &&
    createdAt.getTime() <= to &&
    (statuses?.includes(status) ?? true) &&
    origin.id.startsWith(prefix);
}

/** The status of an instance as the HTTP API shows it; times are cut to whole seconds, as in Azure. */
export function toStatus(instance: Instance, showInput: boolean) {
  return {
    name: instance.origin.name,
    instanceId: instance.origin.id,
    runtimeStatus: instance.status,
    input: showInput ? (JSON.parse(instance.input) as unknown) : null,
    customStatus: instance.customStatus,
    output: instance.output,
    createdTime: toSeconds(instance.createdAt),
    lastUpdatedTime: toSeconds(instance.updatedAt),
  };
}

function toSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

function message(status: number, text: string): HttpAnswer {
  return json(status, { Message: text });
}
