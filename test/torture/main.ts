import { parseArgs } from 'node:util';
import type { Campaign, Outcome, Terms } from './campaign';
import { campaigns } from './campaigns';
import { told } from './campaign';

interface Row extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

async function timed(campaign: Campaign, terms: Terms): Promise<Row> {
  const begun = performance.now();
  const outcome = await campaign
    .run(terms)
    .catch((error: unknown): Outcome => ({ cases: 0, failures: [`broke off: ${told(error)}`] }));
  return { ...outcome, name: campaign.name, seconds: (performance.now() - begun) / 1000 };
}

const cells = ({ name, cases, failures, seconds }: Row): string =>
  [
    name.padEnd(52),
    String(cases).padStart(9),
    String(failures.length).padStart(9),
    seconds.toFixed(1).padStart(9),
  ].join('');

/** Runs the campaigns whose names hold one of the words given, all without any, and prints one table. Ends with 1 when one failed. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      scale: { type: 'string', default: '1' },
      show: { type: 'string', default: '10' },
    },
    allowPositionals: true,
  });
  const terms = { seed: Number(values.seed), scale: Number(values.scale) };
  const wanted = campaigns.filter(
    ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
  );
  console.log(`seed ${terms.seed}, scale ${terms.scale}`);
  console.log(['campaign'.padEnd(52), 'cases'.padStart(9), 'failures'.padStart(9), 'seconds'.padStart(9)].join(''));
  let failed = 0;
  for (const campaign of wanted) {
    const row = await timed(campaign, terms);
    failed += row.failures.length;
    console.log(cells(row));
    for (const failure of row.failures.slice(0, Number(values.show))) console.log(`    ${failure}`);
  }
  // What a campaign left open, such as a kept connection, does not hold the process.
  process.exit(failed > 0 ? 1 : 0);
}

void main();
