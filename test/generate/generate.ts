import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderRuleIndex, ruleFiles } from './ruleIndex';

const root = resolve(__dirname, '../..');

/** Writes what is generated from the code. The tests hold the files to what this would write. */
function main(): void {
  const file = join(root, 'src/rules/index.ts');
  const text = renderRuleIndex(ruleFiles(root));
  if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(file, text);
}

main();
