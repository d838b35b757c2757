import type { Run } from '../model/run';

/** The run as the JSON of the contract, indented, with a final newline. */
export const renderJson = (run: Run): string => `${JSON.stringify(run, null, 2)}\n`;
