import type { AgentTool } from '../../model/agents';
import { at, isBody, parts, part, text } from '../body';

const reading = new Set(['get', 'head', 'options']);
const writing = new Set(['post', 'put', 'patch', 'delete', 'trace']);

const operationsOf = (path: unknown): readonly string[] =>
  isBody(path) ? Object.keys(path).map((verb) => verb.toLowerCase()) : [];

const ownServers = (path: unknown): boolean =>
  isBody(path) &&
  (at(path, 'servers') !== undefined || Object.values(path).some((one) => isBody(one) && 'servers' in one));

function methodsOf(paths: readonly unknown[]): AgentTool['methods'] {
  const verbs = paths.flatMap(operationsOf);
  if (verbs.some((verb) => writing.has(verb))) return 'write';
  return verbs.some((verb) => reading.has(verb)) ? 'read' : 'open';
}

/**
 * Where the calls of an OpenAPI description go and whether any of them writes. An address only where all calls share it: with several
 * servers, or servers of single operations, it is ''.
 */
export function openApiTarget(spec: unknown): { readonly url: string; readonly methods: AgentTool['methods'] } {
  const paths = Object.values(part(spec, 'paths'));
  const urls = new Set(parts(spec, 'servers').map((server) => text(server, 'url')));
  const [url = ''] = urls;
  return { url: urls.size === 1 && !paths.some(ownServers) ? url : '', methods: methodsOf(paths) };
}
