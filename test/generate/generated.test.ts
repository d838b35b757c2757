import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import rules from '../../src/rules';
import { renderAuditorRole } from './auditorRole';
import { outputs } from './outputs';
import { renderReadme } from './readme';
import { folderOfFile, renderRuleIndex, ruleFiles } from './ruleIndex';
import { folderOf, services } from './ruleFolders';
import { unwritten } from './skeleton';

const root = resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const expectGenerated = (file: string, text: string): void => {
  if (read(file) !== text) throw new Error(`${file} is not what the code says. Run npm run generate.`);
};

describe('what is generated', () => {
  it('src/rules/index.ts lists every rule file', () =>
    expectGenerated('src/rules/index.ts', renderRuleIndex(ruleFiles(root))));

  it.each(outputs(root))('$file is what the code says', ({ file, text }) => expectGenerated(file, text));

  it('would not give the auditor a right to write', () => {
    const rights = [{ permission: 'Microsoft.Storage/storageAccounts/listKeys/action', kinds: [] }];
    expect(() => renderAuditorRole('{}', rights)).toThrow('asks for Microsoft.Storage/storageAccounts/listKeys/action');
  });

  it('stands between its markers and leaves the rest of the page alone', () => {
    const page = 'Before\n<!-- generated:x -->\nold\n<!-- /generated:x -->\nAfter\n';
    const once = renderReadme(page, { x: 'text' });
    expect(once).toMatch(/^Before\n<!-- generated:x -->\n[^]*\ntext\n[^]*<!-- \/generated:x -->\nAfter\n$/);
    expect(once).not.toContain('old');
    expect(renderReadme(once, { x: 'text' })).toBe(once);
    expect(() => renderReadme('none', { x: 'text' })).toThrow('<!-- generated:x -->');
  });
});

describe('rules', () => {
  it('lie in a folder that the README lists', () =>
    expect(ruleFiles(root).filter((file) => !(folderOfFile(file)[1] in services))).toEqual([]));

  it('begin with a word that new-rule knows', () =>
    expect(rules.map(({ id }) => id).filter((id) => folderOf(id) === undefined)).toEqual([]));

  it('have a test of the same name', () =>
    expect(ruleFiles(root).map((file) => file.replace('.ts', '.test.ts'))).toEqual(
      globSync('*/*-*.test.ts', { cwd: join(root, 'test/rules') })
        .map((file) => file.replaceAll('\\', '/'))
        .sort(),
    ));

  it('and their tests are written to the end', () => {
    const files = globSync('{src,test}/rules/*/*.ts', { cwd: root });
    expect(files.filter((file) => read(file).includes(unwritten))).toEqual([]);
  });
});

it('README.md lists every HTTP route of functions/', () => {
  const page = read('README.md');
  const routes = globSync('functions/*.ts', { cwd: root }).flatMap((file) => {
    const text = read(file);
    const route = /route: '([^']+)'/.exec(text)?.[1];
    const methods = [...(/methods: \[([^\]]+)\]/.exec(text)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, one]) => one);
    return route === undefined ? [] : methods.map((method) => `| \`${method} /api/${route}\``);
  });
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.filter((route) => !page.includes(route))).toEqual([]);
});
