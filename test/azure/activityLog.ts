import { armError, parameter } from './answer';
import type { Answer, Call } from './answer';
import { toArmPath } from './armPath';
import type { Knobs } from './knobs';
import { page } from './paging';
import type { ArmBody, Estate } from './tenant';

type Test = (event: ArmBody) => boolean;

/**
 * The Activity Log of a subscription, newest first: `eventtypes/management/values`, api-version 2015-04-01. `$filter` takes
 * `eventTimestamp ge|le`, and `eq` on resourceUri, resourceGroupName, resourceProvider and correlationId, joined by `and`;
 * a filter without a start, or with anything else, is refused.
 */
export function activityLog(call: Call, subscriptionId: string, estate: Estate, knobs: Knobs): Answer {
  const tests = toTests(parameter(call.query, '$filter') ?? '');
  if (tests === null) {
    return armError(400, 'BadRequest', 'The $filter query parameter is not valid or holds no eventTimestamp range.');
  }
  const events = estate.activity
    .filter((event) => subscriptionOf(event) === subscriptionId && tests.every((test) => test(event)))
    .sort((one, other) => stampOf(other) - stampOf(one));
  return page(call, events, knobs);
}

const clause = /^\s*(\w+)\s+(eq|ge|le)\s+'([^']*)'\s*$/i;

function toTests(filter: string): Test[] | null {
  const tests = filter.split(/\s+and\s+/i).map(toTest);
  const known = tests.filter((test) => test !== null);
  return known.length === tests.length && /eventTimestamp ge/i.test(filter) ? known : null;
}

function toTest(text: string): Test | null {
  const [, field = '', operator = '', value = ''] = clause.exec(text) ?? [];
  return field.toLowerCase() === 'eventtimestamp'
    ? timeTest(operator.toLowerCase(), Date.parse(value))
    : wordTest(fields[field.toLowerCase()], operator.toLowerCase(), value.toLowerCase());
}

function wordTest(read: ((event: ArmBody) => string) | undefined, operator: string, wanted: string): Test | null {
  return read === undefined || operator !== 'eq' ? null : (event) => read(event).toLowerCase() === wanted;
}

function timeTest(operator: string, limit: number): Test | null {
  if (Number.isNaN(limit)) {
    return null;
  }
  return operator === 'le' ? (event) => stampOf(event) <= limit : (event) => stampOf(event) >= limit;
}

const resourceId = (event: ArmBody): string => (typeof event['resourceId'] === 'string' ? event['resourceId'] : '');

const fields: Readonly<Record<string, (event: ArmBody) => string>> = {
  resourceuri: resourceId,
  resourceid: resourceId,
  resourcegroupname: (event) => toArmPath(resourceId(event)).resourceGroup,
  resourceprovider: (event) => toArmPath(resourceId(event)).type.split('/')[0] ?? '',
  correlationid: (event) => (typeof event['correlationId'] === 'string' ? event['correlationId'] : ''),
};

function subscriptionOf(event: ArmBody): string {
  const named = event['subscriptionId'];
  return typeof named === 'string' ? named.toLowerCase() : toArmPath(resourceId(event)).subscriptionId;
}

const stampOf = (event: ArmBody): number => Date.parse(String(event['eventTimestamp']));
