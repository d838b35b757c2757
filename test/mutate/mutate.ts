import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What is mutated together, and the folder of the tests that have to notice. */
interface Part {
  readonly name: string;
  readonly mutate: string;
  readonly tests: string;
}

/** Of a mutant, what Stryker's report says. */
interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number } };
}
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}
interface Score {
  readonly caught: number;
  readonly all: number;
}

/** Least share of mutants, in percent, that the tests have to catch over all parts. */
const least = 90;
const services = readdirSync('src/rules', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const parts: readonly Part[] = [
  { name: 'evaluate', mutate: 'src/evaluate/*.ts', tests: 'evaluate' },
  { name: 'rules', mutate: 'src/rules/*.ts,!src/rules/index.ts', tests: 'rules' },
  ...services.map(({ name }) => ({ name, mutate: `src/rules/${name}/*.ts`, tests: `rules/${name}` })),
];

const isCaught = ({ status }: Mutant): boolean => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage';

function stryker({ name, mutate, tests }: Part): Report {
  const incremental = `reports/mutation/${name}.incremental.json`;
  const args = ['run', 'test/mutate/stryker.config.json', '--mutate', mutate, '--incrementalFile', incremental];
  const env = { ...process.env, MUTATION_TESTS: tests };
  const { status } = spawnSync('node_modules/.bin/stryker', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`Stryker ended with ${status} on ${name}`);
  return JSON.parse(readFileSync('reports/mutation/mutation.json', 'utf8')) as Report;
}

const line = (name: string, { caught, all }: Score): string =>
  `${name.padEnd(14)}${String(all).padStart(6)} mutants ${((100 * caught) / all).toFixed(1).padStart(6)} %\n`;

/** Mutates one part and prints its score, after the mutants that no test noticed. */
function score(part: Part): Score {
  const mutants = Object.entries(stryker(part).files).flatMap(([file, held]) =>
    held.mutants.map((mutant) => ({ ...mutant, file })),
  );
  for (const { file, location, mutatorName, replacement } of mutants.filter(isMissed))
    process.stdout.write(`  ${file}:${location.start.line} ${mutatorName} ${replacement.slice(0, 80)}\n`);
  const caught = mutants.filter(isCaught).length;
  const found = { caught, all: caught + mutants.filter(isMissed).length };
  process.stdout.write(line(part.name, found));
  return found;
}

const wanted = process.argv.slice(2);
const scores = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(score);
const sum = (pick: (one: Score) => number): number => scores.reduce((total, one) => total + pick(one), 0);
const total = { caught: sum(({ caught }) => caught), all: sum(({ all }) => all) };
process.stdout.write(line('all', total));
process.exitCode = 100 * total.caught < least * total.all ? 1 : 0;
