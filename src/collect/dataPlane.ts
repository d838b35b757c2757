import type { TokenCredential } from '@azure/core-auth';
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type Pipeline,
} from '@azure/core-rest-pipeline';
import type { Exchange } from './answer';
import type { Body, PlaneReader, ServicePlane } from './collector';
import { cursorRows, pagedRows } from './paging';
import { ReadFailed } from './failures';
import { isLoopback } from '../model/loopback';
import { loopbackHttpClient, secureHref } from './loopback';
import { readOnlyPolicy } from './readOnly';
import type { Limits, Reads } from './retry';
import { textOf } from './responseText';

interface Terms {
  readonly audience: string;
  /** A host of the service ends in one of these. */
  readonly hosts: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Audience and hosts of each service by cloud; sources: the authentication page of each service. */
const termsOf = (top: 'com' | 'us' | 'cn'): Readonly<Record<ServicePlane, Terms>> => {
  const ai = { com: 'azure.com', us: 'azure.us', cn: 'azure.cn' }[top];
  const core = { com: 'windows.net', us: 'usgovcloudapi.net', cn: 'chinacloudapi.cn' }[top];
  const searchHost = { com: 'windows.net', us: 'azure.us', cn: 'azure.cn' }[top];
  return {
    foundry: { audience: `https://ai.${ai}`, hosts: [`.services.ai.${ai}`], headers: {} },
    openai: {
      audience: `https://cognitiveservices.${ai}`,
      hosts: [`.openai.${ai}`, `.cognitiveservices.${ai}`, `.services.ai.${ai}`],
      headers: {},
    },
    search: { audience: `https://search.${ai}`, hosts: [`.search.${searchHost}`], headers: {} },
    // A bearer token is accepted from version 2017-11-09 on.
    blob: {
      audience: 'https://storage.azure.com',
      hosts: [`.blob.core.${core}`, '.blob.storage.azure.net'],
      headers: { 'x-ms-version': '2023-11-03' },
    },
  };
};

const byCloud: Readonly<Record<string, Readonly<Record<ServicePlane, Terms>>>> = {
  public: termsOf('com'),
  usgov: termsOf('us'),
  china: termsOf('cn'),
};

export interface PlanesOptions {
  readonly credential: TokenCredential;
  /** `custom` may ask hosts on this machine, and no others. */
  readonly cloudName: string;
  readonly httpClient?: HttpClient | undefined;
  readonly reads: Reads;
  readonly limits: Limits;
}

/** A token goes to hosts of its own service only: the endpoint comes from a resource that anybody may have written. */
function checkHost(address: string, { hosts }: Terms, cloudName: string): void {
  if (!URL.canParse(address)) throw new ReadFailed('failed', 'the endpoint is no address');
  const url = new URL(address);
  const ours = url.protocol === 'https:' && hosts.some((host) => url.hostname.endsWith(host));
  if (cloudName === 'custom' ? !isLoopback(url) : !ours)
    throw new ReadFailed('failed', `${url.host} is no host of this service`);
}

function openPipeline(credential: TokenCredential, audience: string): Pipeline {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${audience}/.default` }), {
    phase: 'Sign',
  });
  pipeline.addPolicy(readOnlyPolicy, { afterPhase: 'Sign' });
  return pipeline;
}

function openPlane(options: PlanesOptions, terms: Terms): PlaneReader {
  const { credential, cloudName, httpClient, reads, limits } = options;
  const pipeline = openPipeline(credential, terms.audience);
  const send = async (address: string, abortSignal: AbortSignal): Promise<Exchange> => {
    const request = createPipelineRequest({
      url: secureHref(address),
      abortSignal,
      headers: createHttpHeaders(terms.headers),
      streamResponseStatusCodes: new Set([Infinity]),
    });
    const response = await pipeline.sendRequest(loopbackHttpClient(address, httpClient), request);
    const header = (name: string): string | undefined => response.headers.get(name);
    return { status: response.status, header, text: await textOf(response, limits.bodyBytes) };
  };
  const ask = async (url: string, form: 'json' | 'text'): Promise<Body> => {
    checkHost(url, terms, cloudName);
    return (await reads.ask(new URL(url).host, (signal) => send(url, signal), form)).body;
  };
  const read = (url: string): Promise<Body> => ask(url, 'json');
  return {
    read,
    list: (url) => pagedRows(url, { link: ['nextLink', '@odata.nextLink'], pages: limits.pages, read }),
    listByCursor: (url) => cursorRows(url, { pages: limits.pages, read }),
    text: async (url) => String((await ask(url, 'text'))['text']),
  };
}

/** Opens the data planes of a cloud; nothing is asked before the first read. */
export function openPlanes(options: PlanesOptions): (plane: ServicePlane) => PlaneReader {
  const terms = byCloud[options.cloudName] ?? termsOf('com');
  const opened = new Map<ServicePlane, PlaneReader>();
  return (plane) => {
    const held = opened.get(plane) ?? openPlane(options, terms[plane]);
    opened.set(plane, held);
    return held;
  };
}
