import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { splitUrl } from './url';

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** Tenants of this process by host and port, the youngest last. */
const tenants = new Map<string, Respond>();
let origin: Promise<string> | undefined;

/**
 * Lets a tenant answer at the process's one managed identity endpoint; returns that endpoint. There is only one because MSAL keeps the
 * first IDENTITY_ENDPOINT it saw for the life of a process, while tests start a tenant each. The tenant whose address the asked
 * resource names answers; for any other resource, the youngest. It never keeps the process alive.
 */
export async function joinIdentityEndpoint(host: string, respond: Respond): Promise<string> {
  tenants.set(host, respond);
  origin ??= listen();
  return `${await origin}/msi/token`;
}

export function leaveIdentityEndpoint(host: string): void {
  tenants.delete(host);
}

async function listen(): Promise<string> {
  const server = createServer((request, response) => {
    const respond = tenantOf(request);
    if (respond === undefined) {
      response.writeHead(503).end();
    } else {
      respond(request, response);
    }
  });
  server.on('connection', (socket) => socket.unref());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function tenantOf(request: IncomingMessage): Respond | undefined {
  const resource = splitUrl(request.url ?? '').query.get('resource') ?? '';
  const host = URL.canParse(resource) ? new URL(resource).host : '';
  return tenants.get(host) ?? [...tenants.values()].at(-1);
}
