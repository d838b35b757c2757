import { Refusal } from './problem';

const maxBodyBytes = 64 * 1024;

/** The JSON object of a request, `{}` for an empty one. @throws Refusal for one that is too large, no JSON, or no object */
export function parseBody(text: string): Readonly<Record<string, unknown>> {
  if (Buffer.byteLength(text) > maxBodyBytes)
    throw new Refusal(413, 'Body too large', `The body is over ${maxBodyBytes} bytes.`);
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Bad request', 'The body is not JSON. Send a JSON object or nothing.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'Bad request', 'The body must be a JSON object.');
  return value as Readonly<Record<string, unknown>>;
}
