import { fail, pass, type Verdict } from '../model/rule';
import type { PrivateEndpointConnection } from '../model/resource';

export const isApproved = ({ status }: PrivateEndpointConnection): boolean => status.toLowerCase() === 'approved';

/** What a verdict says of connections none of which is approved. */
export const statusesOf = (connections: readonly PrivateEndpointConnection[]): string =>
  connections.length ? connections.map(({ status }) => status).join(', ') : 'none';

/** Whether one approved private endpoint leads to the resource. */
export const privateLinkVerdict = (connections: readonly PrivateEndpointConnection[]): Verdict =>
  connections.some(isApproved) ? pass : fail(`privateEndpointConnections are ${statusesOf(connections)}`);
