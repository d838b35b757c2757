import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** A resource as the compiler foresees it: known expressions are evaluated, the others stay in brackets. */
export interface PredictedResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

export type Parameters = Readonly<Record<string, string | number | boolean | readonly string[]>>;

const version = '0.49.2';
const exe = process.platform === 'win32' ? 'bicep.exe' : 'bicep';
const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'osx', win32: 'win' };

const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { timeout: 120_000 }).status === 0;

/** The compiler's command, or why there is none. */
export type Found = { readonly command: string } | { readonly missing: string };

/** Finds the real Bicep compiler: `BICEP`, then `bicep` on the PATH, then its NuGet package, fetched once into the user's cache. */
export function findCompiler(): Found {
  if (process.env['BICEP']) return { command: process.env['BICEP'] };
  if (runs(exe, 'snapshot', '--help')) return { command: exe }; // `snapshot` came with 0.41.2: an older compiler is passed over.
  return runs('dotnet', '--version') ? fetchCompiler() : { missing: 'no compiler and no dotnet to fetch one' };
}

function fetchCompiler(): Found {
  const id = `Azure.Bicep.CommandLine.${systems[process.platform] ?? 'linux'}-${process.arch}`;
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'aispm-bicep');
  const unpacked = join(cache, id.toLowerCase(), version);
  // NuGet writes the metadata last: without it the package is there in part.
  if (!existsSync(join(unpacked, '.nupkg.metadata')) && !restore(cache, id)) {
    return { missing: `no compiler, and dotnet could not fetch ${id} ${version}` };
  }
  return { command: join(unpacked, 'tools', exe) };
}

/** PackageDownload unpacks a package without referring to it; the missing framework reference keeps its packs out. */
function restore(cache: string, id: string): boolean {
  mkdirSync(cache, { recursive: true });
  const project = join(cache, 'fetch.csproj');
  writeFileSync(
    project,
    `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
  </PropertyGroup>
  <ItemGroup><PackageDownload Include="${id}" Version="[${version}]" /></ItemGroup>
</Project>
`,
  );
  return runs('dotnet', 'restore', project, '--packages', cache);
}

/** Runs the compiler; `said` is what it has to say beside its output: errors and warnings of compiler and linter. */
export function bicep(compiler: string, ...args: string[]): { readonly output: string; readonly said: string } {
  const { stdout, stderr, error } = spawnSync(compiler, args, { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (error) throw error;
  return { output: stdout, said: stderr };
}

/** Foresees what a deployment of a template would create at management group `mg-ai` in West Europe. */
export function predict(compiler: string, template: string, parameters: Parameters): PredictedResource[] {
  const folder = mkdtempSync(join(tmpdir(), 'aispm-infra-'));
  try {
    const file = join(folder, 'main.bicepparam');
    writeFileSync(file, toParameterFile(relative(dirname(file), resolve(template)), parameters));
    const place = [
      '--management-group-id',
      'mg-ai',
      '--location',
      'westeurope',
      '--tenant-id',
      '22222222-2222-2222-2222-222222222222',
    ];
    const { said } = bicep(compiler, 'snapshot', file, '--mode', 'overwrite', ...place);
    if (said) throw new Error(said);
    const snapshot = JSON.parse(readFileSync(join(folder, 'main.snapshot.json'), 'utf8')) as {
      predictedResources: PredictedResource[];
    };
    return snapshot.predictedResources;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bicep writes strings, lists and numbers as JSON does, with single quotes; no value here has a quote in it. */
function toParameterFile(template: string, parameters: Parameters): string {
  const lines = Object.entries(parameters).map(
    ([name, value]) => `param ${name} = ${JSON.stringify(value).replaceAll('"', "'")}`,
  );
  return [`using '${template.replaceAll('\\', '/')}'`, ...lines, ''].join('\n');
}
