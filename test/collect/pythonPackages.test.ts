import { condaPackage } from '../../src/collect/machinelearning/condaLine';
import { pipPackage } from '../../src/collect/machinelearning/pipLine';
import { pythonPackages } from '../../src/collect/machinelearning/pythonPackages';

type Answer = readonly [name: string, pinned: string, version: string] | undefined;
type Case = readonly [line: string, answer: Answer];

const pip: readonly Case[] = [
  ['mlflow==2.9.1', ['mlflow', 'exact', '2.9.1']],
  ['mlflow == 2.9.1', ['mlflow', 'exact', '2.9.1']],
  ['mlflow===2.9.1', ['mlflow', 'exact', '2.9.1']],
  ['Scikit_Learn==1.3.0', ['scikit-learn', 'exact', '1.3.0']],
  ['zope.interface==6.0', ['zope-interface', 'exact', '6.0']],
  ['ruamel--yaml==0.17', ['ruamel-yaml', 'exact', '0.17']],
  ['transformers[torch]==4.36.0', ['transformers', 'exact', '4.36.0']],
  ['ray[default,serve]==2.8.0', ['ray', 'exact', '2.8.0']],
  ['gradio==4.0.0 # web page', ['gradio', 'exact', '4.0.0']],
  ['gradio==4.0.0  --hash=sha256:abc', ['gradio', 'exact', '4.0.0']],
  ['numpy==1.26.4; python_version >= "3.9"', ['numpy', 'exact', '1.26.4']],
  ["uvloop==0.19.0 ; sys_platform != 'win32'", ['uvloop', 'exact', '0.19.0']],
  ['torch==2.1.0+cu118', ['torch', 'exact', '2.1.0+cu118']],
  ['torch==2.2.0rc1', ['torch', 'exact', '2.2.0rc1']],
  ['torch==2.2.0.RC1', ['torch', 'exact', '2.2.0rc1']],
  ['pkg==1!2.0', ['pkg', 'exact', '1!2.0']],
  ['pkg==1.0.post1', ['pkg', 'exact', '1.0.post1']],
  ['pkg==v1.0', ['pkg', 'exact', '1.0']],
  ['pkg (==1.0)', ['pkg', 'exact', '1.0']],
  ['pkg==1.2.*', ['pkg', 'range', '1.2']],
  ['pkg==junk', ['pkg', 'range', '']],
  ['pandas>=1.5,<2', ['pandas', 'range', '1.5']],
  ['pandas<2,>=1.5', ['pandas', 'range', '1.5']],
  ['pandas<2', ['pandas', 'range', '']],
  ['pandas~=1.5.2', ['pandas', 'range', '1.5.2']],
  ['pandas!=1.5.1', ['pandas', 'range', '']],
  ['pandas > 1.0', ['pandas', 'range', '1.0']],
  ['pandas', ['pandas', 'none', '']],
  ['pandas[excel]', ['pandas', 'none', '']],
  ['pandas ; python_version < "3.12"', ['pandas', 'none', '']],
  ['pandas # newest', ['pandas', 'none', '']],
  ['pip @ https://files.example/pip-22.0-py3-none-any.whl#sha256=ab', ['pip', 'url', '']],
  ['pkg[x] @ git+https://git.example/pkg@v1', ['pkg', 'url', '']],
  ['git+https://git.example/team/tool.git@main#egg=tool', ['tool', 'url', '']],
  ['-e git+ssh://git@git.example/team/tool.git#egg=tool', ['tool', 'url', '']],
  ['--editable git+https://git.example/team/tool.git', ['tool', 'url', '']],
  ['https://files.example/wheels/demo-1.0-py3-none-any.whl', ['demo', 'url', '']],
  ['-r requirements.txt', undefined],
  ['--requirement base.txt', undefined],
  ['-c constraints.txt', undefined],
  ['-e .', undefined],
  ['./local/wheel.whl', undefined],
  ['--index-url https://feed.example/simple', undefined],
  ['--extra-index-url https://feed.example/simple', undefined],
  ['# mlflow==2.9.1', undefined],
  ['', undefined],
  ['two words', undefined],
];
const conda: readonly Case[] = [
  ['python=3.9', ['python', 'range', '3.9']],
  ['numpy=1.26.4', ['numpy', 'exact', '1.26.4']],
  ['numpy==1.26', ['numpy', 'exact', '1.26']],
  ['numpy=1.26=py39_0', ['numpy', 'exact', '1.26']],
  ['numpy 1.26.4 py39_0', ['numpy', 'exact', '1.26.4']],
  ['numpy=1.26.*', ['numpy', 'range', '1.26']],
  ['numpy>=1.20,<2', ['numpy', 'range', '1.20']],
  ['numpy >=1.20, <2', ['numpy', 'range', '1.20']],
  ['conda-forge::PyTorch=2.1.0', ['pytorch', 'exact', '2.1.0']],
  ['https://conda.example/feed::mkl=2023.1.0', ['mkl', 'exact', '2023.1.0']],
  ["pandas[version='>=1.5']", ['pandas', 'range', '1.5']],
  ['pip', ['pip', 'none', '']],
  ['_libgcc_mutex=0.1', ['-libgcc-mutex', 'range', '0.1']],
];

const told = (cases: readonly Case[], parse: typeof pipPackage): boolean[] =>
  cases.map(([line, answer]) => {
    const found = parse(line);
    return JSON.stringify(found && [found.name, found.pinned, found.version]) === JSON.stringify(answer);
  });

test.each(pip)('pip: %s', (line, answer) => {
  const found = pipPackage(line);
  expect(found && [found.name, found.pinned, found.version]).toEqual(answer);
});
test.each(conda)('conda: %s', (line, answer) => {
  const found = condaPackage(line);
  expect(found && [found.name, found.pinned, found.version]).toEqual(answer);
});
test('sixty lines have their known answers', () => {
  const right = [...told(pip, pipPackage), ...told(conda, condaPackage)];
  console.log(`dependency lines, n = ${right.length}: ${right.filter(Boolean).length} parsed as known`);
  expect(right.length).toBe(60);
  expect(right.every(Boolean)).toBe(true);
});

test('a conda file gives its packages in their order, pip after conda, and hosts of its indexes', () => {
  const file = `
name: train
channels: [conda-forge]
dependencies:
  - python=3.10.12
  - pip
  - pip:
    - --extra-index-url https://user:word@feed.contoso.example/simple
    - mlflow==2.9.1 \\
      --hash=sha256:aa
    - pandas
`;
  const found = pythonPackages(file);
  expect(found.packages.map(({ name, ecosystem }) => `${ecosystem} ${name}`)).toEqual([
    'conda python',
    'conda pip',
    'PyPI mlflow',
    'PyPI pandas',
  ]);
  expect(found).toMatchObject({ packageIndexes: ['feed.contoso.example'], packagesRead: true });
  expect(JSON.stringify(found)).not.toContain('word');
});

test('a JSON conda file is read too; an empty one has nothing, and one of another shape is not called read', () => {
  expect(pythonPackages('{"dependencies": ["numpy=1.26.4"]}').packages).toHaveLength(1);
  expect(pythonPackages('')).toEqual({ packages: [], packageIndexes: [], packagesRead: true });
  expect(pythonPackages('dependencies: [')).toMatchObject({ packagesRead: false });
  expect(pythonPackages('just words')).toMatchObject({ packagesRead: false });
  expect(pythonPackages('a: &x [1]\nb: *x')).toMatchObject({ packagesRead: false });
});
