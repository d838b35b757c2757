import { NotARead } from './failures';

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Error };

/**
 * The one `catch` of this room: what a piece of work came to, as a value. Reads turn it into a retry, collect.ts into a gap.
 * An attempt to send something that is not a read is a fault of ours and goes through.
 */
export async function attempt<T>(work: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    if (thrown instanceof NotARead) throw thrown;
    return { ok: false, error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }
}
