import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { childCollectors, surveyCollectors } from '../../src/collect';
import { exitCodes, UsageError } from '../../src/commands/exit';
import type { Kind } from '../../src/model/resource';
import { folderOfFile, ruleFiles } from './ruleIndex';
import { folderOf, knownPrefixes, services } from './ruleFolders';
import { renderRule, renderRuleTest } from './skeleton';
import { writeGenerated } from './write';

const root = resolve(__dirname, '../..');
const usage = 'Use: npm run new-rule -- <rule-id> [subject]';

const kinds: readonly Kind[] = [
  ...new Set<Kind>(['principal', ...[...surveyCollectors, ...childCollectors].map(({ kind }) => kind)]),
].sort();

/** The folder of a rule id that may be taken. @throws UsageError */
function checkedFolder(id: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    throw new UsageError(`'${id}' is no rule id: lower-case words joined by hyphens. ${usage}`);
  const taken = ruleFiles(root).find((file) => folderOfFile(file)[0] === id);
  if (taken !== undefined) throw new UsageError(`There is a rule ${id}: src/rules/${taken}.`);
  const folder = folderOf(id);
  if (folder === undefined) throw new UsageError(`'${id}' must begin with one of ${knownPrefixes.join(', ')}.`);
  return folder;
}

const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);

/** The kind to judge: the one given, else that of the folder. @throws UsageError */
function checkedSubject(given: string | undefined, folder: string): Kind {
  const subject = given ?? services[folder]?.subject;
  if (subject === undefined) throw new UsageError(`Say which kind the rule judges: ${kinds.join(', ')}. ${usage}`);
  if (!isKind(subject)) throw new UsageError(`'${subject}' is no kind. Use one of ${kinds.join(', ')}.`);
  return subject;
}

function write(file: string, text: string): void {
  const path = join(root, file);
  if (existsSync(path)) throw new UsageError(`${file} is there already.`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function newRule([id, subject, ...more]: readonly string[]): Promise<void> {
  if (id === undefined || more.length > 0) throw new UsageError(usage);
  const folder = checkedFolder(id);
  const kind = checkedSubject(subject, folder);
  const [rule, test] = [`src/rules/${folder}/${id}.ts`, `test/rules/${folder}/${id}.test.ts`];
  write(rule, renderRule(id, kind));
  write(test, renderRuleTest(id, folder));
  await writeGenerated(root);
  process.stdout.write(`1. Write ${rule}. src/model/ has the properties of ${kind}.
2. Write the cases of ${test}. Both fail until then.
3. npx jest ${test}
4. npm run generate, then npm run check. The rule index and the README follow.
`);
}

newRule(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
});
