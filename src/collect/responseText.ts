import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { ReadFailed } from './failures';

/** The whole answer as text. @throws ReadFailed where it is larger than `bodyBytes`. */
export async function textOf(response: PipelineResponse, bodyBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.readableStreamBody ?? [Buffer.from(response.bodyAsText ?? '')]) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > bodyBytes) throw new ReadFailed('failed', `the answer is larger than ${bodyBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
