import { settings } from '../config';
import type { PathReport } from '../model/path';
import type { RunHeader } from '../model/run';
import { families } from '../paths';
import { renderPaths, renderPathsMarkdown } from '../report';
import { askPaths } from '../steps/paths';
import { openWorld, type World } from '../world';
import { headerOf } from './drift';
import { exitCodes, UsageError } from './exit';
import { say, write } from './output';

export interface PathOptions {
  readonly family?: string;
  readonly from?: string;
  readonly run: string;
  readonly format: string;
  readonly out?: string;
}

/** @throws UsageError for a family that is none. */
function checkFamily(given: string | undefined): void {
  const known = families.flatMap(({ id, name }) => [id.toLowerCase(), name]);
  if (given === undefined || known.includes(given.toLowerCase())) return;
  throw new UsageError(
    `--family: no '${given}'. There are ${families.map(({ id, name }) => `${id} ${name}`).join(', ')}.`,
  );
}

const only = (report: PathReport, family: string | undefined): PathReport =>
  family === undefined
    ? report
    : {
        ...report,
        paths: report.paths.filter((path) =>
          [path.family, path.familyName].some((one) => one.toLowerCase() === family.toLowerCase()),
        ),
      };

/** The paths that were kept, or those from one principal, sought anew. @throws UsageError where there is nothing to show. */
async function reportOf(world: World, header: RunHeader, from: string | undefined): Promise<PathReport> {
  const report = from === undefined ? await world.store.loadPaths(header) : await askPaths(world, header, from);
  if (report) return report;
  if (from === undefined)
    throw new UsageError(`Run ${header.id} was kept before paths were sought: aispm audit makes a fresh one.`);
  throw new UsageError(`--from: the run knows no principal '${from}'. Give an object id or a display name.`);
}

function rendered(report: PathReport, header: RunHeader, format: string): string {
  if (format === 'json') return `${JSON.stringify({ run: header.id, takenAt: header.takenAt, ...report }, null, 2)}\n`;
  return format === 'md' ? renderPathsMarkdown(report, header) : renderPaths(report, header);
}

/** `aispm paths`. Reads a kept run only; asks Azure nothing. @throws UsageError for a run, family or principal that is none. */
export async function pathsCommand(options: PathOptions): Promise<number> {
  checkFamily(options.family);
  const world = await openWorld(settings(), { tell: say });
  try {
    const header = await headerOf(world, options.run);
    const report = only(await reportOf(world, header, options.from), options.family);
    write(rendered(report, header, options.format), options.out);
    return exitCodes.clean;
  } finally {
    await world.close();
  }
}
