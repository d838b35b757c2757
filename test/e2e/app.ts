import { transformFileSync } from '@swc/core';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const home = resolve(__dirname, '../..');

/** The product as it is deployed, in a folder of its own: package.json, host.json, dist/, and this clone's node_modules. */
export interface BuiltApp {
  readonly root: string;
  /** Names of the files in functions/, without extension. */
  readonly functions: readonly string[];
  remove(): void;
}

const options = {
  swcrc: false,
  sourceMaps: false,
  jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
  // import() stays as it is written, and Node is told the names that a module exports, as tsc writes them.
  module: { type: 'commonjs', ignoreDynamic: true, exportInteropAnnotation: true },
} as const;

function compile(file: string, to: string): void {
  const out = join(to, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, transformFileSync(join(home, file), options).code);
}

/** Builds the product in a second or two, types unchecked, without touching dist/ of the clone. */
export function buildApp(): BuiltApp {
  const root = mkdtempSync(join(tmpdir(), 'aispm-app-'));
  const functions = globSync('functions/*.ts', { cwd: home });
  for (const file of [...functions, ...globSync('src/**/*.ts', { cwd: home })]) compile(file, join(root, 'dist'));
  for (const file of ['package.json', 'host.json']) cpSync(join(home, file), join(root, file));
  cpSync(join(home, 'package.json'), join(root, 'dist/package.json'));
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    functions: functions.map((file) => file.replace(/^functions\/|\.ts$/g, '')).sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
