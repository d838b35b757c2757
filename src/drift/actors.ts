import type { Change } from '../model/drift';
import type { ActivityEvent } from '../model/governance';

/** Programs of Microsoft's own, by the application id that their tokens carry. */
const programs: Readonly<Record<string, string>> = {
  'c44b4083-3bb0-49c1-b47d-974e53cbdf3c': 'Azure portal',
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'Azure CLI',
  '1950a258-227b-4e31-a9cf-717495945fc2': 'Azure PowerShell',
  '872cd9fa-d31f-45e0-9eab-6e460a02d1f1': 'Visual Studio',
  'aebc6443-996d-45c2-90f0-388ff96faa56': 'Visual Studio Code',
};

const isDelete = ({ operation }: ActivityEvent): boolean => operation.toLowerCase().endsWith('/delete');

/**
 * Entries of the log that made a change: writes on the resource itself, newest first. A write on the resource above is none: whoever edits an
 * account did not thereby change its deployments, and naming him would be a guess. What is gone was deleted, itself or with anything above it.
 */
export function writesOn(id: string, gone: boolean, events: readonly ActivityEvent[]): readonly ActivityEvent[] {
  return events
    .filter((event) => isDelete(event) === gone)
    .filter(({ resourceId }) => resourceId === id || (gone && id.startsWith(`${resourceId}/`)))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Of the writes, those that somebody of the tenant made: Azure's own services write too. */
export const byTenant = (writes: readonly ActivityEvent[]): readonly ActivityEvent[] =>
  writes.filter(({ callerType }) => callerType !== 'azure');

const callersOf = (writes: readonly ActivityEvent[]): readonly string[] => [
  ...new Set(writes.map(({ caller }) => caller || 'Microsoft Azure')),
];

type Authorship = Pick<Change, 'actor' | 'at' | 'client' | 'correlationId' | 'operation'>;

/** Who wrote, told of the newest entry; where several wrote, all are named, for the log does not say who changed which property. */
export function authorship(writes: readonly ActivityEvent[]): Authorship | undefined {
  const [newest] = writes;
  if (!newest) return undefined;
  return {
    actor: callersOf(writes).join(', '),
    at: newest.at,
    client: programs[newest.client] ?? newest.client,
    correlationId: newest.correlationId,
    operation: newest.operation,
  };
}
