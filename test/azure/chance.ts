/** A 32-bit number from a text (FNV-1a), the same on every machine and every run. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return mix(value) >>> 0;
}

/** A number in [0, 1) from a text, so chance repeats. */
export function chance(text: string): number {
  return hash(text) / 0x1_0000_0000;
}

/** One of the given choices, always the same one for the same text. */
export function pick<const C extends readonly [unknown, ...unknown[]]>(choices: C, text: string): C[number] {
  return choices[hash(text) % choices.length] ?? choices[0];
}

/** FNV alone leaves neighbouring texts with neighbouring high bits; this spreads them. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
