import { accessSync, constants, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './exit';

/** Results go to standard output, or whole into `file`. */
export function write(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`--out: cannot write '${file}': ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

/** Refuses a file that nothing can be written to, before an hour of reading is spent on it. @throws UsageError */
export function checkFile(file: string | undefined): void {
  try {
    if (file !== undefined) accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new UsageError(`--out: cannot write '${file ?? ''}': its folder is not there or not yours to write to.`);
  }
}

/** Progress and warnings go to standard error, so that `aispm audit > file` keeps the file clean. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
