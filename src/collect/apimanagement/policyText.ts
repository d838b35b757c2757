import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isBody } from '../body';
import { ReadFailed } from '../failures';

/** One element of a policy: its name and attributes in lower case, and the elements in it. Text between elements is dropped. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});

const quote = /^(?:"|&quot;)/;

const plainString = /^("|&quot;)(?:\\.|(?!\1)[^\\])*\1/s;
const verbatimString = /^("|&quot;)(?:\1\1|(?!\1).)*\1/s;

/** Index behind the string literal that begins at `from`: plain ones escape with a backslash, verbatim ones by doubling. */
function afterString(raw: string, from: number): number {
  const form = raw[from - 1] === '@' ? verbatimString : plainString;
  return from + (form.exec(raw.slice(from))?.[0].length ?? raw.length);
}

/** Index behind what begins at `from` and may hide brackets: a string, a character, a comment; `from` itself for anything else. */
function afterHidden(raw: string, from: number): number {
  if (quote.test(raw.slice(from, from + 6))) return afterString(raw, from);
  const hidden = /^(?:'(?:\\.|[^'\\])'|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(raw.slice(from, from + 400));
  return from + (hidden?.[0].length ?? 0);
}

/** Index behind the C# expression whose bracket stands at `from`; -1 where it does not end. */
function afterExpression(raw: string, from: number): number {
  const open = raw[from];
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let at = from; at < raw.length; at += 1) {
    const behind = afterHidden(raw, at);
    if (behind > at) at = behind - 1;
    else if (raw[at] === open) depth += 1;
    else if (raw[at] === close && --depth === 0) return at + 1;
  }
  return -1;
}

/** The text without its comments and C# expressions `@(...)` and `@{...}`: what is left is XML. Undefined where one does not end. */
function withoutExpressions(given: string): string | undefined {
  const raw = given.replace(/<!--[\s\S]*?-->/g, '');
  const kept: string[] = [];
  let from = 0;
  for (const { index } of raw.matchAll(/@[({]/g)) {
    if (index < from) continue;
    const end = afterExpression(raw, index + 1);
    if (end < 0) return undefined;
    kept.push(raw.slice(from, index));
    from = end;
  }
  return [...kept, raw.slice(from)].join('');
}

const strings = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isBody(value) ? value : {}).map(([name, text]) => [name.toLowerCase(), String(text)]),
  );

function toElements(nodes: unknown): readonly Element[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.filter(isBody).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined || name.startsWith('?')) return [];
    return [{ name: name.toLowerCase(), attributes: strings(node[':@']), children: toElements(node[name]) }];
  });
}

/**
 * The elements of a policy document, with or without encoded expressions (formats `xml` and `rawxml` of API Management). Throws
 * ReadFailed where it is no well-formed document, so that nobody takes an unread policy for an empty one.
 */
export function parsePolicy(raw: string): readonly Element[] {
  const xml = withoutExpressions(raw);
  if (xml === undefined || XMLValidator.validate(xml) !== true)
    throw new ReadFailed('failed', 'the policy is no well-formed XML');
  return toElements(parser.parse(xml));
}
