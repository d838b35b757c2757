import type { Body } from './collector';
import { attempt } from './attempt';
import { NotFound, ReadFailed, ReadRefused, oneLine } from './failures';
import { retryAfter } from './retryAfter';

/** One HTTP exchange, whichever client made it. */
export interface Exchange {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

export interface Answer {
  readonly body: Body;
  readonly header: Exchange['header'];
}

/** What a whole answer is: a JSON object, or any text. */
export type Form = 'json' | 'text';

export type Cause = 'throttled' | 'broken' | 'expired';

/** What an exchange means: an answer, a reason to ask again, or the end. */
export type Judgement =
  | { readonly verdict: 'answer'; readonly answer: Answer }
  | {
      readonly verdict: 'again';
      readonly cause: Cause;
      readonly waitMs: number | undefined;
      readonly error: ReadFailed;
    }
  | { readonly verdict: 'end'; readonly error: Error };

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const again = (cause: Cause, detail: string, waitMs?: number): Judgement => ({
  verdict: 'again',
  cause,
  waitMs,
  error: new ReadFailed('failed', oneLine(detail)),
});

const end = (error: Error): Judgement => ({ verdict: 'end', error });

async function parse(text: string): Promise<unknown> {
  const parsed = await attempt((): unknown => JSON.parse(text));
  return parsed.ok ? parsed.value : undefined;
}

/** Code and message of an ARM or Graph error body. */
function stated(body: unknown): { code: string; message: string } {
  const error = isObject(body) && isObject(body['error']) ? body['error'] : {};
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { code: text(error['code']), message: text(error['message']) };
}

/** Text has no form to hold it against: an answer is an answer. It stands under `text`. */
const textAnswer = ({ text, header }: Exchange): Judgement => ({
  verdict: 'answer',
  answer: { body: { text }, header },
});

/** A whole answer is a JSON object without `error`: HTML with 200, an empty body and half a document are not. */
async function whole(exchange: Exchange): Promise<Judgement> {
  const body = await parse(exchange.text);
  if (isObject(body) && !isObject(body['error']))
    return { verdict: 'answer', answer: { body, header: exchange.header } };
  const what = exchange.text.trim() === '' ? 'an empty body' : isObject(body) ? 'an error' : 'a body that is not JSON';
  return again('broken', `Azure answered ${exchange.status} with ${what}`);
}

const answered = { json: whole, text: textAnswer } as const;

/** ARM names the missing action in quotes; data planes write `data action` and may use backticks. */
const actionIn = (message: string): string =>
  /(?:perform action|data action) ['`]([^'`]+)['`]/i.exec(message)?.[1] ?? '';

const throttled = (status: number, text: string): boolean =>
  status === 429 || (status === 403 && /too\s?many\s?requests|throttl/i.test(text));

const html = (text: string): boolean => text.trimStart().startsWith('<');

async function refused(exchange: Exchange): Promise<Judgement> {
  const { status } = exchange;
  const { code, message } = stated(await parse(exchange.text));
  const detail = oneLine(`${status} ${code}: ${message}`);
  if (status === 403) return end(new ReadRefused(actionIn(message), detail));
  if (status === 404) return end(new NotFound(code, detail));
  return end(new ReadFailed('failed', detail));
}

/**
 * Judges one exchange. Some providers word a throttle as a 403, so the text counts too; an HTML page is a proxy speaking, never Azure,
 * whatever its status. `now` in milliseconds, for a `Retry-After` that is a date.
 */
export async function judge(exchange: Exchange, now: number, form: Form = 'json'): Promise<Judgement> {
  const good = exchange.status >= 200 && exchange.status < 300;
  return good ? answered[form](exchange) : judgeTrouble(exchange, now);
}

async function judgeTrouble(exchange: Exchange, now: number): Promise<Judgement> {
  const { status, text, header } = exchange;
  if (throttled(status, text))
    return again('throttled', `Azure throttled the read (${status})`, retryAfter(header, now));
  if (status === 401) return again('expired', 'Azure refused the token (401)');
  if (status === 408 || status >= 500 || html(text))
    return again('broken', `Azure answered ${status}`, retryAfter(header, now));
  return refused(exchange);
}

/** Judges an exchange that never ended: reset, timeout, no token. Without any credential there is nothing to try again. */
export function judgeFailure(error: Error): Judgement {
  if (['CredentialUnavailableError', 'AggregateAuthenticationError'].includes(error.name))
    return end(new ReadFailed('failed', oneLine(`no token: ${error.message}`)));
  const failure = error instanceof ReadFailed ? error : new ReadFailed('failed', oneLine(error.message));
  return { verdict: 'again', cause: 'broken', waitMs: undefined, error: failure };
}
