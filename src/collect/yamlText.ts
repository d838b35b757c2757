import { parseDocument, visit } from 'yaml';

const longest = 1_000_000;

/**
 * A YAML (or JSON) text as plain data: no tags of its own, no aliases, which can make a small text boundless. Undefined where it does
 * not parse or is longer than a megabyte.
 */
export function parsedYaml(source: string): unknown {
  if (source.length > longest) return undefined;
  const document = parseDocument(source, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  const aliases: unknown[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  return aliases.length > 0 || document.errors.length > 0 ? undefined : (document.toJS() as unknown);
}
