import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openAzureTables } from '../../src/store';
import { all } from './wrapped';

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let endpoint: string;
let seen: string[];

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''}`);
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.method === 'POST' && request.url?.startsWith('/Tables')) response.writeHead(204).end();
    else answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const open = () => openAzureTables(`${endpoint}?sv=2020-08-04&sig=none`);

test('an empty page with a continuation is not the end', async () => {
  const pages = [
    { rows: [], next: 'b' },
    { rows: [{ PartitionKey: 'p', RowKey: 'b', n: 1 }], next: 'c' },
    { rows: [], next: 'd' },
    { rows: [{ PartitionKey: 'p', RowKey: 'd', n: 2 }], next: '' },
  ];
  answer = (_request, response) => {
    const page = pages.shift();
    if (page?.next) {
      response.setHeader('x-ms-continuation-NextPartitionKey', 'p');
      response.setHeader('x-ms-continuation-NextRowKey', page.next);
    }
    response.end(JSON.stringify({ value: page?.rows ?? [] }));
  };
  expect((await all(open().query('rows', { partitionKey: 'p' }))).map((row) => row.rowKey)).toEqual(['b', 'd']);
  expect(seen.filter((line) => line.includes('NextRowKey=')).length).toBe(3);
});

test('a busy server is asked again; a write that had worked then comes back refused', async () => {
  let tries = 0;
  answer = (_request, response) => {
    tries += 1;
    if (tries === 1) response.writeHead(503, { 'retry-after': '0' }).end();
    else
      response
        .writeHead(409)
        .end(JSON.stringify({ 'odata.error': { code: 'EntityAlreadyExists', message: { value: '' } } }));
  };
  expect(await open().insert('rows', { partitionKey: 'p', rowKey: 'a', properties: {} })).toEqual({
    ok: false,
    why: 'exists',
  });
  expect(tries).toBe(2);
});

test('a table that is not there is an error, not a row that is not there', async () => {
  answer = (_request, response) => {
    response
      .writeHead(404)
      .end(JSON.stringify({ 'odata.error': { code: 'TableNotFound', message: { value: 'no table' } } }));
  };
  await expect(open().get('rows', 'p', 'a')).rejects.toThrow('no table');
  answer = (_request, response) => {
    response
      .writeHead(404)
      .end(JSON.stringify({ 'odata.error': { code: 'ResourceNotFound', message: { value: 'no row' } } }));
  };
  expect(await open().get('rows', 'p', 'a')).toBeUndefined();
});

test('a refusal that is no outcome is told', async () => {
  answer = (_request, response) => {
    response
      .writeHead(403)
      .end(JSON.stringify({ 'odata.error': { code: 'AuthorizationFailure', message: { value: 'not yours' } } }));
  };
  await expect(open().put('rows', { partitionKey: 'p', rowKey: 'a', properties: {} })).rejects.toThrow('not yours');
});

test('nothing that breaks a limit is sent', async () => {
  await expect(open().put('rows', { partitionKey: 'a/b', rowKey: 'a', properties: {} })).rejects.toThrow(
    'OutOfRangeInput',
  );
  await expect(open().get('no-table', 'p', 'a')).rejects.toThrow('InvalidResourceName');
  expect(seen).toEqual([]);
});

test('the URL of an endpoint needs a credential', () => {
  expect(() => openAzureTables('https://account.table.core.windows.net')).toThrow('needs a credential');
});
