import type { EntryClass } from '../../model/path';

/** What a headline is made of. */
export interface Telling {
  /** Who it is, with a capital: `Anyone on the internet`, `Any of 214 people`. */
  readonly entry: string;
  readonly does: string;
  readonly target: string;
  /** Name of what the step of this kind gives or is about; '' where the path has no such step. */
  at(edge: string): string;
}

/**
 * Paths of one sort. A path belongs to the first family, in the order of the index, whose conditions it all meets: of each list in
 * `steps` one kind of move at least; where they are given, the class of its entry and the verb of its target.
 */
export interface Family {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly (readonly string[])[];
  readonly entries?: readonly EntryClass[];
  readonly targets?: readonly string[];
  /** At most 120 characters; longer ones are cut. */
  readonly headline: (told: Telling) => string;
}

/** What a path is judged by. */
export interface Shape {
  readonly edges: ReadonlySet<string>;
  readonly entry: EntryClass;
  readonly target: string;
}

export const fits = ({ steps, entries, targets }: Family, { edges, entry, target }: Shape): boolean =>
  steps.every((some) => some.some((edge) => edges.has(edge))) &&
  (entries?.includes(entry) ?? true) &&
  (targets?.includes(target) ?? true);

const plain = ({ entry, does, target }: Telling): string => `${entry} ${does} ${target}`;

/** A family whose headline says who does what to what, and how. */
export const family = (
  id: string,
  name: string,
  steps: Family['steps'],
  how: string,
  more: Pick<Family, 'entries' | 'targets'> = {},
): Family => ({ id, name, steps, ...more, headline: (told) => `${plain(told)} ${how}` });
