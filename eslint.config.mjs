import tseslint from 'typescript-eslint';

// Law 3 of the house: only collect, store, notify and host wait; time and chance come in as data, so a stored run replays to the same bytes.
const pure = [
  ['AwaitExpression', 'A pure room does not wait: read it in collect/, store/ or notify/ and hand it in as data.'],
  ['ForOfStatement[await=true]', 'A pure room does not wait.'],
  ['TryStatement', 'A pure room does not catch: collect/collect.ts turns a refusal into a Gap.'],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Time comes in as data.'],
  ["MemberExpression[object.name='Date'][property.name='now']", 'Time comes in as data.'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'Chance comes in as data.'],
  ["MemberExpression[object.name='process'][property.name='env']", 'Settings are read once, in config.ts.'],
].map(([selector, message]) => ({ selector, message }));

const noEnum = { selector: 'TSEnumDeclaration', message: 'States are string unions, never enum.' };

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'reports/', '**/*.js', '**/*.mjs', '**/*.cjs', 'src/rules/index.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', noEnum],
      complexity: ['error', 8],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/{model,rules,evaluate,correlate,decisions,paths,drift,report}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum, ...pure] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['src/collect/index.ts'], rules: { 'max-lines': 'off' } }, // one line a collector
  { files: ['test/kit/safe.ts'], rules: { 'max-lines': 'off' } }, // one literal: an all-safe resource of each kind
);
