import * as ipaddr from 'ipaddr.js';

interface Range {
  readonly text: string;
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** Addresses from which a range is too broad for a firewall rule: those of a /8 (IPv4), of a /16 (IPv6). */
const broad = { 32: 1n << 24n, 128: 1n << 112n } as const;

const sizeOf = (range: Range): bigint => range.last - range.first + 1n;
const isBroad = (range: Range): boolean => sizeOf(range) >= broad[range.bits];

/** A CIDR block or a single address; host bits may be set. Undefined = neither. */
function toRange(rule: string): Range | undefined {
  const text = rule.trim();
  // The family is told by the colon: the library would try both and throw at the first.
  const [family, bits] = text.includes(':') ? ([ipaddr.IPv6, 128] as const) : ([ipaddr.IPv4, 32] as const);
  const cidr = text.includes('/') || !family.isValid(text) ? text : `${text}/${bits}`;
  if (!family.isValidCIDR(cidr)) return undefined;
  const [address, prefix] = family.parseCIDR(cidr);
  const size = 1n << BigInt(bits - prefix);
  const value = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const first = (value / size) * size;
  return { text, bits, first, last: first + size - 1n };
}

/** Overlapping and adjacent ranges of one address family made one. */
function merge(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.bits - b.bits || (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  return sorted.reduce<readonly Range[]>((merged, range) => {
    const before = merged.at(-1);
    if (before?.bits !== range.bits || range.first > before.last + 1n) return [...merged, range];
    const last = range.last > before.last ? range.last : before.last;
    return [...merged.slice(0, -1), { ...before, text: `${before.text}, ${range.text}`, last }];
  }, []);
}

/**
 * What makes the rules of a firewall nominal: one rule as wide as /8 (IPv4) or /16 (IPv6), or rules that together are; also a rule
 * that is no address range, because nobody can say how wide it is. Undefined = narrow enough.
 */
export function broadRange(rules: readonly string[]): string | undefined {
  const ranges = rules.map((rule) => toRange(rule));
  const unreadable = rules.find((_, index) => !ranges[index]);
  if (unreadable !== undefined) return unreadable;
  const known = ranges.filter((range) => range !== undefined);
  return (known.find(isBroad) ?? merge(known).find(isBroad))?.text;
}
