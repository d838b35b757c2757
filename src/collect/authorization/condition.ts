import type { Condition } from '../../model/condition';

/** What stands between brackets of any sort counts as one word. */
function depthAt(depth: number, character: string): number {
  if ('({['.includes(character)) return depth + 1;
  return ')}]'.includes(character) ? depth - 1 : depth;
}

const standsAt = (word: string, text: string, at: number): boolean =>
  text.slice(at, at + word.length).toUpperCase() === word &&
  !/\w/.test(text.charAt(at - 1)) &&
  !/\w/.test(text.charAt(at + word.length));

/** Text cut at a word such as `AND` or `OR` that stands outside brackets and quotes. */
function cutAt(word: string, text: string): readonly string[] {
  const pieces: string[] = [];
  let [depth, from, quoted] = [0, 0, false];
  for (const [at, character] of text.split('').entries()) {
    if (character === "'") quoted = !quoted;
    if (!quoted) depth = depthAt(depth, character);
    if (quoted || depth !== 0 || !standsAt(word, text, at)) continue;
    pieces.push(text.slice(from, at));
    from = at + word.length;
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim());
}

/** Text without the brackets around all of it. */
function bare(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return trimmed;
  let depth = 0;
  for (let at = 0; at < trimmed.length - 1; at += 1) {
    depth = depthAt(depth, trimmed.charAt(at));
    if (depth === 0) return trimmed;
  }
  return bare(trimmed.slice(1, -1));
}

/** The operation of `!(ActionMatches{'A'})`, with or without a narrower sub-operation; undefined for anything else. */
function guarded(text: string): string | undefined {
  const whole = bare(text);
  if (!whole.startsWith('!')) return undefined;
  const [first = '', ...more] = cutAt('AND', bare(whole.slice(1)));
  const narrows = more.every((one) => /^(NOT\s+)?SubOperationMatches\s*\{[^{}]*\}$/i.test(bare(one)));
  return narrows ? /^ActionMatches\s*\{\s*'([^'{}]+)'\s*\}$/i.exec(bare(first))?.[1] : undefined;
}

/** Patterns of one clause `(guard AND guard … OR expression)`; null where it is not of that form. */
function guardsOf(clause: string): readonly string[] | null {
  const [guard = '', ...rest] = cutAt('OR', bare(clause));
  const patterns = cutAt('AND', bare(guard)).map(guarded);
  const known = patterns.filter((pattern) => pattern !== undefined);
  return rest.length > 0 && known.length === patterns.length ? known : null;
}

const named =
  /^@Request\s*\[\s*Microsoft\.Authorization\/roleAssignments:RoleDefinitionId\s*\]\s*ForAnyOfAnyValues:GuidEquals\s*\{([^{}]*)\}$/i;
const grants = 'microsoft.authorization/roleassignments/write';

/** Roles that the clauses on giving roles name; null where one of them names none. More demands beside the list only narrow it. */
function grantableIn(clauses: readonly string[]): readonly string[] | null {
  const lists = clauses
    .filter((clause) => guardsOf(clause)?.some((pattern) => pattern.toLowerCase() === grants))
    .map((clause) => cutAt('OR', bare(clause)).slice(1))
    .map((expression) => (expression.length === 1 ? cutAt('AND', bare(expression[0] ?? '')) : []))
    .map((demands) => demands.map((one) => named.exec(bare(one))?.[1]).find((list) => list !== undefined));
  if (lists.length === 0 || lists.includes(undefined)) return null;
  const guids = lists.map((list = '') => list.split(',').map((guid) => guid.trim().toLowerCase()));
  return (guids[0] ?? []).filter((guid) => guid !== '' && guids.every((some) => some.includes(guid)));
}

/** The guard of a condition: an AND of clauses, each `!(ActionMatches{…}) OR expression`, as Azure's editor and its roles write them. */
export function toCondition(text: string): Condition {
  const clauses = cutAt('AND', bare(text));
  const guards = clauses.map(guardsOf);
  if (guards.includes(null)) return { guards: null, grantable: null };
  return { guards: [...new Set(guards.flatMap((some) => some ?? []))].sort(), grantable: grantableIn(clauses) };
}
