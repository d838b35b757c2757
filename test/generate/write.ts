import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderRuleIndex, ruleFiles } from './ruleIndex';

function write(root: string, file: string, text: string): void {
  const path = join(root, file);
  if (readFileSync(path, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(path, text);
}

/** Writes everything generated below `root`, where it differs. The rule index comes first: the rest is made from the rules it lists. */
export async function writeGenerated(root: string): Promise<void> {
  write(root, 'src/rules/index.ts', renderRuleIndex(ruleFiles(root)));
  const { outputs } = await import('./outputs.js');
  for (const { file, text } of outputs(root)) write(root, file, text);
}
