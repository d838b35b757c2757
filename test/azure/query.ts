/** A query of the subset that the simulator evaluates. */
export interface Query {
  table: string;
  where: readonly Condition[];
  project: readonly Column[];
}

export interface Condition {
  path: readonly string[];
  values: readonly string[];
  ignoreCase: boolean;
}

export interface Column {
  name: string;
  path: readonly string[];
}

/** What the parser stumbled over. */
export interface Refusal {
  refused: string;
}

const token =
  /\s*(?:(\/\/[^\n]*)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(in~|=~|==)|([A-Za-z_][A-Za-z0-9_]*)|([|,=().]))/y;

/**
 * Reads `<table> [| where path in~ ('a', 'b')]... | project name, alias=path.to.property, ... | order by id asc`. `where` also takes
 * `in`, `=~` and `==`. All else is refused with the token that is not understood: the real language is larger, our queries are not.
 */
export function parse(text: string): Query | Refusal {
  const tokens = toTokens(text);
  if (typeof tokens === 'string') {
    return { refused: tokens };
  }
  const stages = split(tokens, '|');
  const [head = [], ...rest] = stages;
  const table = head.length === 1 ? head[0] : undefined;
  if (table === undefined || !/^\w+$/.test(table)) {
    return { refused: head.join(' ') };
  }
  return assemble(table.toLowerCase(), rest);
}

function assemble(table: string, stages: readonly string[][]): Query | Refusal {
  const [project = [], order = []] = stages.slice(-2);
  if (order.join(' ').toLowerCase() !== 'order by id asc') {
    return { refused: order.join(' ') || 'end of query' };
  }
  if (project[0] !== 'project') {
    return { refused: project.join(' ') };
  }
  const where = stages.slice(0, -2).map(toCondition);
  const columns = split(project.slice(1), ',').map(toColumn);
  const bad = [...where, ...columns].find((part) => 'refused' in part);
  return bad ?? { table, where: where as Condition[], project: columns as Column[] };
}

function toTokens(text: string): string[] | string {
  const tokens: string[] = [];
  token.lastIndex = 0;
  let at = 0;
  while (text.slice(at).trim() !== '') {
    const found = token.exec(text);
    if (found === null) {
      return text.slice(at).trim().slice(0, 20);
    }
    at = token.lastIndex;
    tokens.push(...found.slice(2).filter((group) => (group as string | undefined) !== undefined));
  }
  return tokens;
}

function split(tokens: readonly string[], separator: string): string[][] {
  const parts: string[][] = [[]];
  for (const one of tokens) {
    if (one === separator) {
      parts.push([]);
    } else {
      parts.at(-1)?.push(one);
    }
  }
  return parts;
}

function toCondition(stage: readonly string[]): Condition | Refusal {
  const operatorAt = stage.findIndex((one) => ['in~', 'in', '=~', '=='].includes(one));
  const path = toPath(stage.slice(1, operatorAt));
  const values = operatorAt < 0 ? null : toValues(stage[operatorAt] ?? '', stage.slice(operatorAt + 1));
  if (stage[0] !== 'where' || path === null || values === null) {
    return { refused: stage.join(' ') };
  }
  return { path, values, ignoreCase: (stage[operatorAt] ?? '').endsWith('~') };
}

function toValues(operator: string, tokens: readonly string[]): string[] | null {
  const isList = operator.startsWith('in');
  if (isList && (tokens[0] !== '(' || tokens.at(-1) !== ')')) {
    return null;
  }
  const literals = isList ? split(tokens.slice(1, -1), ',') : [tokens];
  const values = literals.map((literal) => (literal.length === 1 ? toText(literal[0] ?? '') : null));
  return values.every((value) => value !== null) ? values : null;
}

function toText(literal: string): string | null {
  return /^['"]/.test(literal) ? literal.slice(1, -1).replace(/\\(.)/g, '$1') : null;
}

/** Without an alias, a deeper path is named with underscores, as Kusto does. */
function toColumn(tokens: readonly string[]): Column | Refusal {
  const [alias, equals] = tokens;
  const isAliased = equals === '=';
  const path = toPath(isAliased ? tokens.slice(2) : tokens);
  const name = isAliased ? alias : path?.join('_');
  return path === null || name === undefined || !/^\w+$/.test(name)
    ? { refused: tokens.join('') || ',' }
    : { name, path };
}

function toPath(tokens: readonly string[]): string[] | null {
  const wellFormed =
    tokens.length % 2 === 1 && tokens.every((one, at) => (at % 2 === 1 ? one === '.' : /^\w+$/.test(one)));
  return wellFormed ? tokens.filter((_, at) => at % 2 === 0) : null;
}
