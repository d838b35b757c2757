import { writeFileSync } from 'node:fs';
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

/** Progress and warnings go to standard error, so that `aispm audit > file` keeps the file clean. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
