import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { isLoopback } from '../model/loopback';

/** Host and port of a plain http endpoint on this machine; undefined for every other endpoint. */
function loopbackHost(endpoint: string): string | undefined {
  const url = new URL(endpoint);
  return url.protocol === 'http:' && isLoopback(url) ? url.host : undefined;
}

/** `endpoint` as the SDK pipelines want it: https, no trailing slash. Plain http is accepted for loopback hosts only. */
export function secureEndpoint(endpoint: string): string {
  const url = new URL(endpoint);
  if (url.protocol !== 'https:' && !loopbackHost(endpoint))
    throw new Error(`${url.origin} is not https: plain http is accepted for loopback hosts only`);
  // The URL class drops a port only when it is the default of its scheme, so both schemes are spelled out.
  return `https://${url.hostname}:${url.port || (url.protocol === 'http:' ? '80' : '443')}`.replace(/:443$/, '');
}

/** `address` with https in front: how a pipeline wants it that refuses tokens over plain http. */
export const secureHref = (address: string): string => {
  const { pathname, search } = new URL(address);
  return `${secureEndpoint(address)}${pathname}${search}`;
};

/** `url` with the scheme that really goes over the wire: http where the host is one of the plain loopback `endpoints`. */
export function wireUrl(url: string, endpoints: readonly string[]): string {
  const target = new URL(url);
  const plain = endpoints.some((endpoint) => {
    const host = loopbackHost(endpoint);
    return host !== undefined && target.host === new URL(secureEndpoint(endpoint)).host;
  });
  return plain ? url.replace(/^https:/i, 'http:') : url;
}

/**
 * An HttpClient that serves SDK pipelines and `@azure/identity` against endpoints on this machine. The pipelines refuse a bearer
 * token over http, so they are given https and the scheme is lowered here: only for loopback hosts, and only for those that were
 * configured as http. Every other request passes unchanged.
 */
export function loopbackHttpClient(
  endpoints: string | readonly string[],
  inner: HttpClient = createDefaultHttpClient(),
): HttpClient {
  const configured = typeof endpoints === 'string' ? [endpoints] : endpoints;
  return {
    sendRequest: (request) => {
      const url = wireUrl(request.url, configured);
      return inner.sendRequest(url === request.url ? request : { ...request, url, allowInsecureConnection: true });
    },
  };
}
