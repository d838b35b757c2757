import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');
const copied = ['src', 'test/generate', 'test/kit', 'infra', 'README.md', 'package.json', 'tsconfig.json'];
const id = 'kv-never-heard-of';
const rule = `src/rules/kv/${id}.ts`;
const test = `test/rules/kv/${id}.test.ts`;

jest.setTimeout(120_000);

let copy = '';

const run = (script: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: copy, encoding: 'utf8' });
const newRule = (...args: readonly string[]) => run('tsx/dist/cli.mjs', 'test/generate/newRule.ts', ...args);

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'aispm-new-rule-'));
  for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const toldBy = (files: readonly string[]): readonly string[] => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: Record<string, unknown> };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, incremental: false, tsBuildInfoFile: undefined, noEmit: true },
    copy,
  );
  return ts
    .getPreEmitDiagnostics(ts.createProgram(files, options))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
};

describe('npm run new-rule', () => {
  it('writes a rule and a test that compile, indexes the rule, and says what to do in four lines', () => {
    const { status, stdout, stderr } = newRule(id);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(4);
    expect(toldBy([join(copy, rule), join(copy, test)])).toEqual([]);
    expect(readFileSync(join(copy, rule), 'utf8')).toContain("subject: 'keyVault'");
    expect(readFileSync(join(copy, 'src/rules/index.ts'), 'utf8')).toContain(`from './kv/${id}';`);
    expect(readFileSync(join(copy, 'README.md'), 'utf8')).toContain(`\`${id}\``);
  });

  it('leaves both cases failing until they are written', () => {
    const { status, stderr } = run('jest/bin/jest.js', '--config', toJestConfig(), test);
    expect(status).toBe(1);
    expect(stderr).toMatch(/2 failed, 2 total/);
  });

  it.each([
    ['an id that is taken', ['kv-never-heard-of'], `There is a rule ${id}: ${rule}.`],
    ['an id that is none', ['Not_An_Id'], "'Not_An_Id' is no rule id"],
    ['a path', ['../kv-escape'], "'../kv-escape' is no rule id"],
    ['a word that no service has', ['wrong-prefix'], "'wrong-prefix' must begin with one of "],
    ['a kind that is none', ['kv-other', 'vault'], "'vault' is no kind. Use one of "],
    ['no kind where the folder has no usual one', ['vnet-other'], 'Say which kind the rule judges: '],
    ['nothing', [], 'Use: npm run new-rule -- <rule-id> [subject]'],
  ])('refuses %s', (_, args, told) => {
    const { status, stderr } = newRule(...args);
    expect({ status, told: stderr.includes(told) }).toEqual({ status: 3, told: true });
    expect(existsSync(join(copy, 'src/rules/kv/kv-other.ts'))).toBe(false);
  });
});

/** The house's jest without what a whole test run sets up. */
function toJestConfig(): string {
  const house = createRequire(__filename)('../../jest.config.js') as Record<string, unknown>;
  const { transform, transformIgnorePatterns } = house;
  return JSON.stringify({ rootDir: copy, testEnvironment: 'node', transform, transformIgnorePatterns });
}
