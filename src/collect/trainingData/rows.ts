import { isBody, list, parts, text } from '../body';
import type { Body } from '../collector';

/** Forms of Azure OpenAI's training files; `unrecognised` rows are counted as bad. */
export type RowForm = 'chat' | 'preference' | 'completion' | 'unrecognised';

/** One row as the analysis takes it; it is dropped with the analysis. */
export interface TrainingRow {
  readonly form: RowForm;
  readonly system: string;
  readonly question: string;
  readonly answer: string;
}

/** Rows by the place of their line, counted from 0; lines that are no row of any form are told by number. */
export interface ReadRows {
  readonly rows: readonly TrainingRow[];
  /** Line of each row. */
  readonly lines: readonly number[];
  readonly badLines: readonly number[];
}

const roles = ['system', 'developer', 'user', 'assistant', 'tool', 'function'];

const raw = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Content is text, or parts of which some are text. */
const contentOf = (message: Body): string => {
  const content = message['content'];
  return typeof content === 'string'
    ? content
    : parts(content)
        .map((part) => raw(part['text']))
        .join(' ');
};

const said = (messages: readonly Body[], role: string): string =>
  messages
    .filter((message) => text(message, 'role') === role)
    .map(contentOf)
    .join('\n');

/** A call of tools stands for an answer by the names of the tools. */
const answerOf = (message: Body): string =>
  contentOf(message) ||
  parts(message, 'tool_calls')
    .map((call) => text(call, 'function', 'name'))
    .join(' ');

function chatRow(messages: readonly Body[]): TrainingRow | undefined {
  const last = messages.at(-1);
  const known = messages.every((message) => roles.includes(text(message, 'role')));
  if (!last || !known || text(last, 'role') !== 'assistant') return undefined;
  const answer = answerOf(last);
  const asked = messages.slice(0, -1).filter((message) => !['system', 'developer'].includes(text(message, 'role')));
  if (answer === '' || asked.length === 0) return undefined;
  return { form: 'chat', system: said(messages, 'system'), question: asked.map(contentOf).join('\n'), answer };
}

function preferenceRow(row: Body): TrainingRow | undefined {
  const messages = parts(row, 'input', 'messages');
  const [preferred] = parts(row, 'preferred_output');
  const [other] = parts(row, 'non_preferred_output');
  if (messages.length === 0 || !preferred || !other) return undefined;
  return {
    form: 'preference',
    system: said(messages, 'system'),
    question: said(messages, 'user'),
    answer: contentOf(preferred),
  };
}

function completionRow(row: Body): TrainingRow | undefined {
  const [question, answer] = [raw(row['prompt']), raw(row['completion'])];
  return question && answer ? { form: 'completion', system: '', question, answer } : undefined;
}

/** The row of a parsed line; undefined for one of no known form. */
export function toRow(row: unknown): TrainingRow | undefined {
  if (!isBody(row)) return undefined;
  if (list(row, 'messages').length > 0) return chatRow(parts(row, 'messages'));
  return 'input' in row ? preferenceRow(row) : completionRow(row);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads JSON lines: a byte order mark and empty lines at the end are borne, an empty line between rows is a bad one. */
export function readRows(content: string): ReadRows {
  const given = content
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\n');
  const made = given.map((line, at) => ({ at, row: toRow(parsed(line)) }));
  const good = made.flatMap(({ at, row }) => (row ? [{ at, row }] : []));
  return {
    rows: good.map(({ row }) => row),
    lines: good.map(({ at }) => at),
    badLines: made.filter(({ row }) => !row).map(({ at }) => at),
  };
}
