import { Command, CommanderError, Option } from 'commander';
import type { AccessOptions } from './commands/access';
import type { AuditOptions } from './commands/audit';
import type { DriftOptions } from './commands/drift';
import type { ExceptionOptions } from './commands/exceptions';
import type { PlanOptions } from './commands/plan';
import type { PathOptions } from './commands/paths';
import type { ReportOptions } from './commands/report';
import { exitCodes, UsageError } from './commands/exit';
import { ConfigError } from './config';
import { exportFormats } from './model/exportFormat';
import { severities } from './model/rule';
import { version } from '../package.json';

// Each command is loaded when it is called for: a wrong call is answered at once.
const collect = (value: string, held: readonly string[]): readonly string[] => [...held, value];
const formats = ['table', 'json', 'md'];
const runFormats = ['table', ...exportFormats];

const finish = (code: number): void => {
  process.exitCode = code;
};

function withAudit(program: Command): void {
  program
    .command('audit')
    .description('read the tenant, judge it, compare with the last run, keep it, tell Teams')
    .option(
      '--scope <id>',
      'a management group, subscription, resource group or resource; may be repeated',
      collect,
      [],
    )
    .addOption(new Option('--format <format>', 'how to print the result').choices(runFormats).default('table'))
    .option('--out <file>', 'write the result to a file instead of standard output')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 when a finding is open at or above this severity').choices(severities),
    )
    .option('--no-store', 'keep nothing and tell nobody: no history, no card')
    .action(async (options: AuditOptions) => finish(await (await import('./commands/audit.js')).auditCommand(options)));
}

function withReport(program: Command): void {
  program
    .command('report')
    .description('a kept run as audit prints it, or held against a framework')
    .option('--framework <id>', 'mcsb, owasp-llm-2026, eu-ai-act …: each control with its verdicts')
    .option('--output-handling', 'the content filters of each deployment, category by category')
    .option('--shadow', 'AI outside the inventory with confidence and why, and secrets that readers see')
    .option('--all', 'with --shadow: what is possible at most too')
    .option('--run <run>', 'a kept run', 'latest')
    .addOption(new Option('--format <format>', 'how to print the result').choices(runFormats).default('table'))
    .option('--out <file>', 'write the result to a file instead of standard output')
    .action(async (options: ReportOptions) =>
      finish(await (await import('./commands/report.js')).reportCommand(options)),
    );
}

function withReading(program: Command): void {
  program
    .command('drift')
    .description('what changed between two kept runs, and who did it')
    .option('--from <run>', 'an earlier run; without it, the one the later run was compared with')
    .option('--to <run>', 'a later run', 'latest')
    .option('--out <file>', 'write the result to a file instead of standard output')
    .addOption(new Option('--format <format>', 'how to print the result').choices(['table', 'json']).default('table'))
    .action(async (options: DriftOptions) => finish(await (await import('./commands/drift.js')).driftCommand(options)));
  withReport(program);
  program
    .command('rules')
    .argument('[id]', 'one rule: why, what it looks at, how to mend it')
    .description('list the rules, or explain one')
    .addOption(new Option('--format <format>', 'how to print the result').choices(['table', 'json']).default('table'))
    .action(async (id: string | undefined, options: { format: string }) =>
      finish((await import('./commands/rules.js')).rulesCommand(id, options.format)),
    );
  program
    .command('doctor')
    .description('check settings, sign-in, rights in each subscription, store and functions; writes nothing to Azure')
    .action(async () => finish(await (await import('./commands/doctor.js')).doctorCommand()));
  program
    .command('serve')
    .description('run the API and the schedule here, on 127.0.0.1')
    .option('--port <number>', 'port to listen on', '7071')
    .action(async (options: { port: string }) =>
      finish(await (await import('./commands/serve.js')).serveCommand(options.port)),
    );
}

function withAccess(program: Command): void {
  program
    .command('access')
    .argument('[resource]', 'id or name of one resource: everyone who can do anything to it, and how')
    .description('who can call, configure, read keys of, train or deploy each model, from a kept run')
    .option('--ability <name>', 'one ability, such as model.keys')
    .option('--abilities', 'which roles of this tenant give which ability')
    .option('--run <run>', 'a kept run', 'latest')
    .addOption(new Option('--format <format>', 'how to print the result').choices(formats).default('table'))
    .option('--out <file>', 'write the result to a file instead of standard output')
    .action(async (resource: string | undefined, options: AccessOptions) =>
      finish(await (await import('./commands/access.js')).accessCommand(resource, options)),
    );
}

function withPlan(program: Command): void {
  program
    .command('plan')
    .description('what to change first: paths closed and findings ended by each change, and the posture after it')
    .option('--run <run>', 'a kept run', 'latest')
    .option('--steps <number>', 'how many steps', '10')
    .addOption(new Option('--format <format>', 'how to print the result').choices(formats).default('table'))
    .option('--out <file>', 'write the result to a file instead of standard output')
    .action(async (options: PlanOptions) => finish(await (await import('./commands/plan.js')).planCommand(options)));
}

function withPaths(program: Command): void {
  program
    .command('paths')
    .description('ways by which an attacker gets at models, data and prompts, worst first, and what stops each')
    .option('--family <id>', 'one family, such as F02 or guest-contributor')
    .option('--from <principal>', 'what one user, group or application could reach: object id or display name')
    .option('--run <run>', 'a kept run', 'latest')
    .addOption(new Option('--format <format>', 'how to print the result').choices(formats).default('table'))
    .option('--out <file>', 'write the result to a file instead of standard output')
    .action(async (options: PathOptions) => finish(await (await import('./commands/paths.js')).pathsCommand(options)));
}

function withDecisions(program: Command): void {
  const load = () => import('./commands/exceptions.js');
  const exceptions = program
    .command('exceptions')
    .description('accepted risks, snoozes, acknowledgements and approvals: what holds now')
    .option('--all', 'also what expired or was taken back')
    .addOption(new Option('--format <format>', 'how to print the result').choices(['table', 'json']).default('table'))
    .action(async (options: ExceptionOptions) => finish(await (await load()).listExceptions(options)));
  const kinds = [
    ['add', 'exception', 'accept a risk until a day; needs an owner and a reason'],
    ['snooze', 'snooze', 'say nothing of it until a day'],
    ['acknowledge', 'acknowledgement', 'seen, will be mended: stays open'],
  ] as const;
  for (const [name, kind, told] of kinds)
    exceptions
      .command(name)
      .description(told)
      .requiredOption('--rule <id>', 'a rule, a beginning such as deployment-*, or *')
      .option('--scope <path>', 'resource, resource group or subscription; without it, everywhere')
      .requiredOption('--reason <text>', 'why')
      .option('--owner <name>', 'who answers for it')
      .option('--until <date>', 'last day, such as 2026-06-30')
      .action(async (options: ExceptionOptions) => finish(await (await load()).addException(kind, options)));
  exceptions
    .command('remove')
    .argument('<id>', 'a decision')
    .option('--reason <text>', 'why it is taken back')
    .description('take a decision back; it acts at once')
    .action(async (id: string, options: ExceptionOptions) => finish(await (await load()).removeException(id, options)));
  exceptions
    .command('approve')
    .argument('<change>', 'id of a change, or all')
    .requiredOption('--reason <text>', 'why it was meant')
    .option('--run <run>', 'the run that told of it', 'latest')
    .description('say that a change was meant')
    .action(async (id: string, options: ExceptionOptions) => finish(await (await load()).approveChange(id, options)));
}

function toProgram(): Command {
  const program = new Command('aispm');
  program
    .description('AI security posture management for Azure. It only reads.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      'after',
      `\nExit codes\n  0 clean  1 findings at or above --fail-on  2 partial coverage  3 usage or configuration  4 failed\n`,
    );
  withAudit(program);
  withReading(program);
  withAccess(program);
  withPaths(program);
  withDecisions(program);
  withPlan(program);
  return program;
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  if (error instanceof ConfigError) {
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    return exitCodes.usage;
  }
  process.stderr.write(`${error instanceof Error ? error.message : 'failed for an unknown reason'}\n`);
  return error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
}

/** Runs one command line; sets the exit code of the contract and never rejects. */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  try {
    await toProgram().parseAsync([...argv]);
  } catch (error) {
    finish(tell(error));
  }
}
