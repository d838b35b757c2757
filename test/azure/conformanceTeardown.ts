import { createConformance } from './conformance';
import { folderVariable, report, takeRecords } from './conformanceRecords';
import type { Report } from './conformanceRecords';
import { skipped, specsFolder } from './conformanceSpecs';

interface RunConfig {
  readonly rootDir: string;
  readonly testPathPatterns?: { readonly patterns?: readonly string[] };
  readonly nonFlagArgs?: readonly string[];
}

/** After the test run: holds every answer that a simulated tenant gave against Microsoft's descriptions. Throws on a problem. */
export default async function teardown(config: RunConfig): Promise<void> {
  const folder = process.env[folderVariable];
  if (!folder) return;
  const answers = takeRecords(folder);
  const specs = specsFolder(config.rootDir);
  if (!specs) {
    say(skipped);
    return;
  }
  if (answers.length === 0 && isPartial(config)) return;
  const conformance = await createConformance(
    specs,
    answers.map(({ url }) => url),
  );
  conclude(await report(conformance, answers), isPartial(config));
}

/** Runs of a few named tests need not talk to a tenant. */
const isPartial = ({ nonFlagArgs = [], testPathPatterns }: RunConfig): boolean =>
  nonFlagArgs.length > 0 || (testPathPatterns?.patterns?.length ?? 0) > 0;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function conclude({ counts, problems }: Report, partial: boolean): void {
  const { swagger, body, error, none, repeat } = counts;
  say(
    `azure-spec conformance: ${swagger} answers held by swagger, ${body} by body types, ${error} errors, ${none} not covered, ${repeat} repeats; ${problems.length} problems`,
  );
  if (swagger + body === 0 && !partial) throw new Error('azure-spec conformance: no answer was checked');
  if (problems.length > 0) throw new Error(`azure-spec conformance:\n${problems.slice(0, 40).join('\n')}`);
}
