import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import type { HttpClient } from '@azure/core-rest-pipeline';

const loopback = /^https:\/\/(127\.0\.0\.1|localhost|\[::1\])(?=[:/])/;

/** Plain http for loopback hosts; every other url stays as it is. */
export const toHttp = (url: string): string => url.replace(loopback, 'http://$1');

/** The SDK pipelines hand a bearer token to https urls only, so clients get an https url and this client takes the `s` off for loopback. */
export function loopbackHttpClient(): HttpClient {
  const inner = createDefaultHttpClient();
  return {
    sendRequest: (request) => {
      request.url = toHttp(request.url);
      request.allowInsecureConnection = true;
      return inner.sendRequest(request);
    },
  };
}

/** The same for what uses `fetch`, as the Graph client does. */
export const loopbackFetch: typeof fetch = (target, init) =>
  fetch(typeof target === 'string' ? toHttp(target) : target, init);
