import { audit } from '../audit';
import { settings } from '../config';
import { exportInputOf } from '../exportInput';
import { isExportFormat } from '../model/exportFormat';
import type { Severity } from '../model/rule';
import type { Run, RunHeader } from '../model/run';
import { ScopeUnread, toScope } from '../model/scope';
import { renderExport, renderTable, type ReportInput } from '../report';
import { tidy } from '../steps/tidy';
import { narrow, narrowHeader } from '../steps/narrow';
import { readRun } from '../steps/readRun';
import { openWorld, type World } from '../world';
import { endingOf, UsageError } from './exit';
import { checkFile, say, write } from './output';
import { openWatch } from './progress';

export interface AuditOptions {
  readonly scope: readonly string[];
  readonly format: string;
  readonly out?: string;
  readonly failOn?: Severity;
  readonly store: boolean;
}

/** A local history is tidied after each audit; what is left over is for the next. */
const tidySeconds = 20;

function readScopes(given: readonly string[], configured: readonly string[]): readonly string[] {
  if (given.length === 0) return configured;
  return given.map((text) => {
    const scope = toScope(text);
    if (scope === undefined)
      throw new UsageError(`--scope: '${text}' is no management group, subscription, resource group or resource id.`);
    return scope;
  });
}

const render = (world: World, format: string, run: Run, input: ReportInput): string =>
  isExportFormat(format) ? renderExport(format, run, exportInputOf(world), input).text : renderTable(run, input);

/** A narrowed run has no run before it to hold its score against: that one was of another part. */
async function inputOf(world: World, whole: RunHeader, run: Run, scopes: readonly string[]): Promise<ReportInput> {
  const header = narrowHeader(whole, run);
  const last = header.previous && scopes.length === 0 ? await world.store.header(header.previous) : undefined;
  return { header, last, titles: new Map(world.rules.map((rule) => [rule.id, rule.title])) };
}

async function runAudit(world: World, options: AuditOptions, scopes: readonly string[]): Promise<number> {
  const watch = openWatch(() => world.progress());
  try {
    const { header, delivery } = await audit(world, { scopes, trigger: 'cli' }, watch);
    const whole = await readRun(world, header.id);
    if (!whole) throw new Error(`Run ${header.id} was committed and cannot be read back.`);
    const run = narrow(whole, { scopes, rules: [] });
    write(render(world, options.format, run, await inputOf(world, header, run, scopes)), options.out);
    const { code, words } = endingOf(run, options.failOn, delivery.dead);
    if (options.store) await tidy(world, tidySeconds);
    say(`${words} Run ${header.id}.`);
    return code;
  } catch (error) {
    if (error instanceof ScopeUnread) throw new UsageError(`--scope: ${error.message}`);
    throw error;
  } finally {
    watch.close();
  }
}

/** `aispm audit`. Resolves to the exit code. */
export async function auditCommand(options: AuditOptions): Promise<number> {
  const configured = settings();
  const scopes = readScopes(options.scope, configured.scopes);
  checkFile(options.out);
  // Without a store there is no memory of what was told: every run would be a welcome card.
  const world = await openWorld(options.store ? configured : { ...configured, webhooks: {} }, {
    forget: !options.store,
    tell: say,
  });
  try {
    return await runAudit(world, options, scopes);
  } finally {
    await world.close();
  }
}
