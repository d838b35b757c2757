import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { Agent } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

export const notPublic = 'ENOTPUBLIC';

/** The name of the webhook's host leads to an address inside a network: whoever controls the name would have us post there. */
export class NotPublic extends Error {
  readonly code = notPublic;
  constructor(host: string) {
    super(`${host} leads to an address that is not public`);
    this.name = 'NotPublic';
  }
}

/** Azure's own host agent answers at an address that looks public: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const hostAgent = '168.63.129.16';

/** True for an address of the internet: not loopback, private, link-local, reserved, nor one of these inside IPv6. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && parsed.toString() !== hostAgent;
}

/** Name resolution for connections: what is not public is refused where the connection is made, so that no second look-up can differ. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  const asked: LookupOptions & { all: true } = { ...options, all: true };
  lookup(hostname, asked, (error, found: LookupAddress[]) => {
    const [first] = error ? [] : found;
    if (error) callback(error, '');
    else if (!first || !found.every(({ address }) => isPublic(address))) callback(new NotPublic(hostname), '');
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

/** For https requests that may reach public addresses only. */
export const publicAgent = (): Agent => new Agent({ lookup: publicLookup });
