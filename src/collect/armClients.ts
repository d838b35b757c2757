import { CognitiveServicesManagementClient } from '@azure/arm-cognitiveservices';
import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import type { TokenCredential } from '@azure/core-auth';
import {
  createHttpHeaders,
  createPipelineRequest,
  decompressResponsePolicyName,
  redirectPolicyName,
  type HttpClient,
  type Pipeline,
} from '@azure/core-rest-pipeline';
import type { Exchange } from './answer';
import { readOnlyFor } from './readOnly';
import type { OptIn } from '../model/optIn';
import { textOf } from './responseText';

export interface ArmOptions {
  readonly credential: TokenCredential;
  /** https, without a trailing slash (see loopback.ts). */
  readonly endpoint: string;
  readonly scope: string;
  readonly httpClient: HttpClient;
  readonly bodyBytes: number;
  readonly optIn: readonly OptIn[];
}

/** The SDK clients' own pipelines, as two ways to send a request. */
export interface ArmClients {
  get(url: string, signal: AbortSignal): Promise<Exchange>;
  query(body: string, signal: AbortSignal): Promise<Exchange>;
  /** A read that Azure gives by POST alone. Throws NotARead unless an opt-in allows it. */
  post(url: string, signal: AbortSignal): Promise<Exchange>;
}

/**
 * Retries, redirects, unzipping and deserialising are taken out: retries are ours; a redirect would carry the token elsewhere; a reset
 * inside a zipped body never ends the stream; deserialising drops and invents properties.
 */
function stripped(pipeline: Pipeline, optIn: readonly OptIn[] = []): Pipeline {
  pipeline.removePolicy({ phase: 'Retry' });
  for (const name of [redirectPolicyName, decompressResponsePolicyName, 'deserializationPolicy'])
    pipeline.removePolicy({ name });
  pipeline.addPolicy(readOnlyFor(optIn), { afterPhase: 'Sign' });
  return pipeline;
}

/**
 * Opens one client of each SDK package for the whole tenant. Typed methods are not used: arm-machinelearning drops `managedNetwork` and
 * `systemDatastoresAuthMode` and fills absent values in, arm-cognitiveservices reads `encryption: {}` as a customer-managed key.
 * Requests under Microsoft.MachineLearningServices go through the first, all other GETs through the second, queries through the third.
 */
export function openArm({ credential, endpoint, scope, httpClient, bodyBytes, optIn }: ArmOptions): ArmClients {
  const options = { endpoint, credentialScopes: scope, httpClient };
  const cognitive = stripped(new CognitiveServicesManagementClient(credential, '', options).pipeline);
  const machineLearning = stripped(new AzureMachineLearningWorkspaces(credential, '', options).pipeline);
  const posts = stripped(new CognitiveServicesManagementClient(credential, '', options).pipeline, optIn);
  const graphOptions = { endpoint, credentials: { scopes: [scope] }, httpClient };
  const resourceGraph = stripped(new ResourceGraphClient(credential, graphOptions).pipeline);

  const send = async (pipeline: Pipeline, url: string, abortSignal: AbortSignal, body?: string): Promise<Exchange> => {
    const request = createPipelineRequest({
      url,
      abortSignal,
      method: body === undefined ? 'GET' : 'POST',
      headers: createHttpHeaders({ accept: 'application/json' }),
      streamResponseStatusCodes: new Set([Infinity]),
      ...(body === undefined ? {} : { body }),
    });
    if (body !== undefined) request.headers.set('content-type', 'application/json');
    const response = await pipeline.sendRequest(httpClient, request);
    const header = (name: string): string | undefined => response.headers.get(name);
    return { status: response.status, header, text: await textOf(response, bodyBytes) };
  };

  return {
    get: (url, signal) =>
      send(/\/providers\/microsoft\.machinelearningservices\//i.test(url) ? machineLearning : cognitive, url, signal),
    query: (body, signal) =>
      send(
        resourceGraph,
        `${endpoint}/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01`,
        signal,
        body,
      ),
    post: (url, signal) => send(posts, url, signal, ''),
  };
}
