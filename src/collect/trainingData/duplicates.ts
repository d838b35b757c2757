import { createHash } from 'node:crypto';
import { Numbering, normalised, wordsOf } from './vocabulary';

const permutations = 128;
const bands = 16;
const rowsOfBand = permutations / bands;
const shingle = 5;
/** Two texts share a band of eight in one of sixteen with even chance where they share this much: (1/16)^(1/8). */
const leastSimilar = 0.71;

const mix = (value: number, seed: number): number => {
  const first = Math.imul(value ^ seed, 0x9e3779b1);
  const second = Math.imul(first ^ (first >>> 15), 0x85ebca77);
  return (second ^ (second >>> 13)) >>> 0;
};

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const shinglesOf = (words: readonly string[]): readonly number[] =>
  Array.from({ length: Math.max(1, words.length - shingle + 1) }, (_, at) =>
    hashOf(words.slice(at, at + shingle).join(' ')),
  );

/** The least of each of 128 mixings over runs of five words: two texts agree in as many places as they share runs. */
export function signatureOf(text: string): Uint32Array {
  const signature = new Uint32Array(permutations).fill(0xffffffff);
  for (const one of shinglesOf(wordsOf(text)))
    for (let at = 0; at < permutations; at += 1) {
      const mixed = mix(one, Math.imul(at + 1, 0x27d4eb2f));
      if (mixed < (signature[at] ?? 0)) signature[at] = mixed;
    }
  return signature;
}

const similarity = (a: Uint32Array, b: Uint32Array): number =>
  a.reduce((same, value, at) => same + (value === b[at] ? 1 : 0), 0) / permutations;

/** Pairs of rows that share a band; the first of a band stands for all of it. */
function* bandPairs(signatures: readonly Uint32Array[]): Generator<readonly [number, number]> {
  for (let band = 0; band < bands; band += 1) {
    const first = new Map<string, number>();
    for (const [row, signature] of signatures.entries()) {
      const key = signature.subarray(band * rowsOfBand, (band + 1) * rowsOfBand).join();
      const held = first.get(key);
      if (held === undefined) first.set(key, row);
      else yield [held, row];
    }
  }
}

/** Near copies: each row that is nearly the same as an earlier one, with that one. */
export function nearCopies(texts: readonly string[]): ReadonlyMap<number, number> {
  const signatures = texts.map(signatureOf);
  const found = new Map<number, number>();
  for (const [held, row] of bandPairs(signatures)) {
    const [a, b] = [signatures[held], signatures[row]];
    if (a && b && !found.has(row) && similarity(a, b) >= leastSimilar) found.set(row, held);
  }
  return found;
}

export interface Duplicates {
  /** Rows whose question and answer stand in an earlier row already. */
  readonly exact: number;
  /** Rows whose question is nearly that of an earlier one. */
  readonly near: number;
  /** Rows, counted from 0, that answer nearly the same question differently from an earlier row. */
  readonly conflicting: readonly number[];
}

const digest = (text: string): string => createHash('sha256').update(normalised(text)).digest('hex');

/** Copies among rows of question and answer. */
export function duplicatesIn(rows: readonly { readonly question: string; readonly answer: string }[]): Duplicates {
  const wholes = new Numbering();
  const answers = rows.map(({ answer }) => digest(answer));
  for (const [at, { question }] of rows.entries()) wholes.of(`${digest(question)} ${answers[at] ?? ''}`);
  const near = nearCopies(rows.map(({ question }) => question));
  const conflicting = [...near].filter(([row, held]) => answers[row] !== answers[held]).map(([row]) => row);
  return { exact: rows.length - wholes.size, near: near.size, conflicting: conflicting.sort((a, b) => a - b) };
}
