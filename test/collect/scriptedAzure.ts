import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One scripted answer. `body` is sent as text when it is a string, else as JSON; `reset` closes the connection, `cut` stops half-way. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly damage?: 'reset' | 'cut' | 'stall';
}

export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

export type Script = (request: Arrived, count: number) => Reply;

export interface ScriptedAzure {
  readonly origin: string;
  readonly arrived: Arrived[];
  close(): Promise<void>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, { status = 200, headers = {}, body = {}, damage }: Reply): void {
  if (damage === 'stall') return;
  if (damage === 'reset') {
    response.destroy();
    return;
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  if (damage === 'cut') response.write(text.slice(0, text.length / 2), () => response.destroy());
  else response.end(text);
}

/** A server on this machine that answers as the script says; `count` is how often this method and path came, 1 for the first. */
export async function startScripted(script: Script): Promise<ScriptedAzure> {
  const arrived: Arrived[] = [];
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const key = `${method} ${url} ${body}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const came = { method, url, body, headers };
      arrived.push(came);
      answer(response, script(came, count));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    arrived,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
