/** A route of a function, ready to be matched. */
export interface Route {
  readonly template: string;
  /** One digit a segment: 1 literal, 2 constrained parameter, 3 parameter, 4 and 5 the same for a catch-all; lower wins. */
  readonly precedence: string;
  /** The parameters of a path, or `undefined` where the route does not fit; an absent optional parameter is left out. */
  match(path: string): Readonly<Record<string, string>> | undefined;
}

interface Parameter {
  readonly name: string;
  readonly optional: boolean;
  readonly catchAll: boolean;
  readonly fallback: string | undefined;
  readonly constraints: readonly ((value: string) => boolean)[];
}

type Segment = string | Parameter;

/**
 * Reads a route template of Azure Functions: literals, `{name}`, `{name:int}`, `{name?}`, `{name=value}`, `{*rest}`.
 * Letters match in either case; a segment is either a literal or one parameter.
 * @throws on an unknown constraint or a segment that mixes text and parameter.
 * Source: https://learn.microsoft.com/aspnet/core/fundamentals/routing#route-constraints
 */
export function toRoute(template: string): Route {
  const segments = splitPath(template).map(toSegment);
  return {
    template,
    precedence: segments.map(rank).join(''),
    match: (path) => matchSegments(segments, splitPath(path).map(decode)),
  };
}

/** Orders routes so that the first match is the right one: a literal segment wins over a parameter, from left to right. */
export function byPrecedence(a: { readonly route: Route }, b: { readonly route: Route }): number {
  return a.route.precedence < b.route.precedence ? -1 : Number(a.route.precedence > b.route.precedence);
}

function splitPath(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function toSegment(text: string): Segment {
  if (!/[{}]/.test(text)) return text.toLowerCase();
  const parts =
    /^\{(?<star>\**)(?<name>\w+)(?<constraints>(?::[^?=]+)*)(?:=(?<fallback>[^?}]*))?(?<optional>\??)\}$/.exec(
      text,
    )?.groups;
  if (parts === undefined) throw new Error(`Route segment "${text}" is not understood.`);
  return {
    name: parts.name ?? '',
    catchAll: parts.star !== '',
    optional: parts.optional === '?',
    fallback: parts.fallback,
    constraints: (parts.constraints ?? '')
      .split(':')
      .filter((one) => one !== '')
      .map(toConstraint),
  };
}

function rank(segment: Segment): number {
  if (typeof segment === 'string') return 1;
  const base = segment.catchAll ? 5 : 3;
  return segment.constraints.length > 0 ? base - 1 : base;
}

function matchSegments(
  segments: readonly Segment[],
  path: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const params: Record<string, string> = {};
  const fits = segments.every((segment, index) =>
    typeof segment === 'string' ? path[index]?.toLowerCase() === segment : capture(segment, path, index, params),
  );
  return fits && (isOpen(segments.at(-1)) || path.length <= segments.length) ? params : undefined;
}

function isOpen(segment: Segment | undefined): boolean {
  return typeof segment === 'object' && segment.catchAll;
}

function capture(
  parameter: Parameter,
  path: readonly string[],
  index: number,
  params: Record<string, string>,
): boolean {
  const found = parameter.catchAll ? path.slice(index).join('/') : path[index];
  const value = found === undefined || found === '' ? parameter.fallback : found;
  if (value === undefined) return parameter.optional || parameter.catchAll;
  if (!parameter.constraints.every((fits) => fits(value))) return false;
  params[parameter.name] = value;
  return true;
}

const plain: Readonly<Record<string, RegExp>> = {
  int: /^[+-]?\d{1,10}$/,
  long: /^[+-]?\d{1,19}$/,
  decimal: /^[+-]?\d+(\.\d+)?$/,
  double: /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i,
  float: /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i,
  bool: /^(true|false)$/i,
  alpha: /^[a-z]*$/i,
  guid: /^\{?[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\}?$/i,
};

const withNumbers: Readonly<Record<string, (value: string, low: number, high: number) => boolean>> = {
  min: (value, low) => Number(value) >= low,
  max: (value, high) => Number(value) <= high,
  range: (value, low, high) => Number(value) >= low && Number(value) <= high,
  minlength: (value, low) => value.length >= low,
  maxlength: (value, high) => value.length <= high,
  length: (value, low, high) => value.length >= low && value.length <= high,
};

function toConstraint(text: string): (value: string) => boolean {
  const [, name = '', argument = ''] = /^(\w+)(?:\((.*)\))?$/.exec(text) ?? [];
  const constraint = toPatternConstraint(name, argument) ?? toNumberConstraint(name, argument);
  if (constraint === undefined) throw new Error(`Route constraint "${text}" is not understood.`);
  return constraint;
}

function toPatternConstraint(name: string, argument: string): ((value: string) => boolean) | undefined {
  if (name === 'datetime') return (value) => !Number.isNaN(Date.parse(value));
  const pattern = name === 'regex' ? new RegExp(argument, 'i') : plain[name];
  return pattern && ((value) => pattern.test(value));
}

function toNumberConstraint(name: string, argument: string): ((value: string) => boolean) | undefined {
  const [low = 0, high = low] = argument.split(',').map(Number);
  const compare = withNumbers[name];
  return compare && ((value) => compare(value, low, high));
}
