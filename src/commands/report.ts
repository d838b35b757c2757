import { distance } from 'fastest-levenshtein';
import { settings } from '../config';
import { exportInputOf } from '../exportInput';
import { isExportFormat } from '../model/exportFormat';
import { findDataStores, frameworkScore, outputHandling, shadowReport } from '../evaluate';
import type { FrameworkPage } from '../model/controls';
import type { Run, RunHeader } from '../model/run';
import {
  renderDataStores,
  renderDataStoresMarkdown,
  renderExport,
  renderFramework,
  renderFrameworkMarkdown,
  renderOutputHandling,
  renderOutputHandlingMarkdown,
  renderShadow,
  renderShadowMarkdown,
  renderTable,
  toFrameworkJson,
  type ReportInput,
} from '../report';
import { frameworks } from '../rules/frameworks';
import { readRun } from '../steps/readRun';
import { openWorld, type World } from '../world';
import { headerOf } from './drift';
import { exitCodes, UsageError } from './exit';
import { say, write } from './output';

export interface ReportOptions {
  readonly framework?: string;
  readonly outputHandling?: boolean;
  readonly shadow?: boolean;
  /** With `shadow`: what is possible at most too. */
  readonly all?: boolean;
  readonly run: string;
  readonly format: string;
  readonly out?: string;
}

/** @throws UsageError naming the nearest framework. */
function frameworkOf(id: string): FrameworkPage {
  const found = frameworks.find((one) => one.id === id);
  if (found) return found;
  const ids = frameworks.map((one) => one.id);
  const nearest =
    ids.find((one) => id !== '' && one.startsWith(id)) ??
    ids.reduce((best, one) => (distance(id, one) < distance(id, best) ? one : best));
  throw new UsageError(`--framework: no '${id}'. Did you mean ${nearest}? There are ${ids.join(', ')}.`);
}

async function posture(world: World, header: RunHeader, run: Run, format: string): Promise<string> {
  const input: ReportInput = {
    header: { ...header, drift: run.drift },
    last: header.previous ? await world.store.header(header.previous) : undefined,
    titles: new Map(world.rules.map(({ id, title }) => [id, title])),
  };
  const stores = findDataStores(run);
  if (!isExportFormat(format)) return renderTable(run, input) + renderDataStores(stores);
  const { text } = renderExport(format, run, exportInputOf(world), input);
  return format === 'md' ? text + renderDataStoresMarkdown(stores) : text;
}

function compliance(world: World, header: RunHeader, run: Run, framework: FrameworkPage, format: string): string {
  const standing = frameworkScore(framework, run.findings, world.rules);
  if (format === 'json')
    return `${JSON.stringify({ run: run.id, takenAt: run.takenAt, ...(toFrameworkJson(standing) as object) }, null, 2)}\n`;
  return format === 'md' ? renderFrameworkMarkdown(standing, header) : renderFramework(standing, header);
}

function filters(world: World, header: RunHeader, run: Run, format: string): string {
  const all = outputHandling(run, world.settings.policy.guardrailBaseline);
  if (format === 'json') return `${JSON.stringify({ run: run.id, takenAt: run.takenAt, deployments: all }, null, 2)}\n`;
  return format === 'md' ? renderOutputHandlingMarkdown(all, header) : renderOutputHandling(all, header);
}

function shadow(world: World, header: RunHeader, run: Run, { format, all = false }: ReportOptions): string {
  const found = shadowReport(run, world.settings.policy, all);
  if (format === 'json') return `${JSON.stringify({ run: run.id, takenAt: run.takenAt, ...found }, null, 2)}\n`;
  return format === 'md' ? renderShadowMarkdown(found, header) : renderShadow(found, header);
}

async function chosen(
  world: World,
  header: RunHeader,
  run: Run,
  options: ReportOptions,
  framework: FrameworkPage | undefined,
): Promise<string> {
  if (options.shadow) return shadow(world, header, run, options);
  if (options.outputHandling) return filters(world, header, run, options.format);
  return framework
    ? compliance(world, header, run, framework, options.format)
    : posture(world, header, run, options.format);
}

async function runReport(world: World, options: ReportOptions, framework: FrameworkPage | undefined): Promise<void> {
  const header = await headerOf(world, options.run);
  const run = await readRun(world, header.id);
  if (!run) throw new UsageError(`Run ${header.id} can no longer be read. aispm audit makes a fresh one.`);
  const text = await chosen(world, header, run, options, framework);
  write(text, options.out);
}

/** What a part of a run is told in: the other formats are of verdicts. */
const plainFormats: readonly string[] = ['table', 'json', 'md'];

/** `aispm report`. Reads a kept run only; asks Azure nothing. @throws UsageError for a framework or run that is none. */
export async function reportCommand(options: ReportOptions): Promise<number> {
  const asked = [options.framework !== undefined, options.outputHandling === true, options.shadow === true];
  if (asked.filter(Boolean).length > 1)
    throw new UsageError('Give either --framework or --output-handling or --shadow.');
  if (asked.includes(true) && !plainFormats.includes(options.format))
    throw new UsageError(
      `--format: ${options.format} is for the run as a whole. Use one of ${plainFormats.join(', ')}.`,
    );
  const framework = options.framework === undefined ? undefined : frameworkOf(options.framework);
  const world = await openWorld(settings(), { tell: say });
  try {
    await runReport(world, options, framework);
    return exitCodes.clean;
  } finally {
    await world.close();
  }
}
