import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who holds a folder: the process that started Azurite, Azurite's own process and port (0 while it starts), its key. */
export interface Holder {
  readonly owner: number;
  readonly server: number;
  readonly port: number;
  readonly key: string;
}

// Readable by its user alone: the key in it opens the tables.
const mode = 0o600;
const fileOf = (dir: string): string => join(dir, 'azurite.json');

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

async function draftOf(dir: string, holder: Holder): Promise<string> {
  const draft = `${fileOf(dir)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(holder), { mode });
  return draft;
}

/** True when the folder was free and is ours from here on. A note appears and changes whole: a reader never sees half of it. */
export async function takeFolder(dir: string): Promise<boolean> {
  const draft = await draftOf(dir, { owner: process.pid, server: 0, port: 0, key: '' });
  try {
    await link(draft, fileOf(dir));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Changes the note of a folder that is ours. */
export async function updateHolder(dir: string, holder: Holder): Promise<void> {
  await rename(await draftOf(dir, holder), fileOf(dir));
}

/** Undefined when nobody holds the folder. */
export async function holderOf(dir: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(fileOf(dir), 'utf8')) as Holder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Error(`${fileOf(dir)} cannot be read: delete it when no aispm runs.`, { cause: error });
  }
}

export const releaseFolder = (dir: string): Promise<void> => rm(fileOf(dir), { force: true });

/** Clears away the note of a holder that is gone, unless somebody else has taken the folder meanwhile. */
export async function evict(dir: string, gone: Holder): Promise<void> {
  const now = await holderOf(dir);
  if (now && now.owner === gone.owner && now.key === gone.key) await releaseFolder(dir);
}

/** True when a process with this id runs, whoever owns it. */
export function isAlive(id: number): boolean {
  if (id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
