import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request, read whole. */
export interface HttpQuestion {
  readonly method: string;
  /** Absolute, with the origin the caller used. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A response. Header names are kept as written; a list sends the header once for each value. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

/** Answers a request. */
export type Answer = (question: HttpQuestion) => Promise<HttpAnswer>;

/** A server that listens. */
export interface HttpServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves `answer` over HTTP on 127.0.0.1 only; port 0 takes a free one.
 * There is no key check, so a request by another name than a loopback one, or from a page of another origin, is refused
 * with 403: a web site that the user visits must not reach the host through the browser.
 */
export async function listen(port: number, answer: Answer): Promise<HttpServer> {
  const server = createServer((request, response) => {
    void serve(request, response, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An RFC 9457 problem; `detail` is for the caller, so it names no stack and no message of an exception. */
export function problem(status: number, title: string, detail: string): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title, status, detail }),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  try {
    const found = isForeign(request)
      ? problem(403, 'Forbidden', 'This host answers to loopback names and to its own pages only.')
      : await answer(await toQuestion(request));
    write(request, response, found);
  } catch {
    if (!response.headersSent)
      write(request, response, problem(500, 'Internal Server Error', 'The host could not answer.'));
    else response.destroy();
  }
}

function isForeign(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers;
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
  return !loopback || (origin !== undefined && origin !== `http://${host}`);
}

async function toQuestion(request: IncomingMessage): Promise<HttpQuestion> {
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? 'GET',
    url: new URL(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks),
  };
}

function write(request: IncomingMessage, response: ServerResponse, answer: HttpAnswer): void {
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (request.method === 'HEAD' || answer.body === undefined) response.end();
  else response.end(answer.body);
}
