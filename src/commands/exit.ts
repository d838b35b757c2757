import { severities, type Severity } from '../model/rule';
import type { Run } from '../model/run';

/** The exit codes of the contract. */
export const exitCodes = { clean: 0, findings: 1, partial: 2, usage: 3, failed: 4 } as const;

/** What each exit code says. */
export const exitMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  clean: 'clean: everything was read, and nothing is open at or above `--fail-on`',
  findings:
    'findings at or above `--fail-on` (without it, findings never fail); wins over 2, and the last line says both',
  partial: 'partial coverage: something could not be read',
  usage: 'usage or configuration',
  failed: 'failed, or a card of this run was given up',
};

/** A wrong call: the message says what, where and how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Ending {
  readonly code: number;
  /** The last line: coverage and exit code in words. */
  readonly words: string;
}

const rank = (severity: Severity): number => severities.indexOf(severity);

const isPartial = (run: Run): boolean => run.coverage.some(({ state }) => state === 'partial' || state === 'notRead');

const openAtOrAbove = (run: Run, failOn: Severity): number =>
  run.findings.filter(({ status, severity }) => status === 'fail' && rank(severity) <= rank(failOn)).length;

const undelivered = (dead: number): string =>
  `${dead} ${dead === 1 ? 'card' : 'cards'} could not be delivered, see the outbox in health, so exit code 4.`;

/**
 * How an audit ends: findings at or above `failOn` win over partial coverage, and the words say both. `dead` are cards that no channel will
 * ever take: somebody has to know.
 */
export function endingOf(run: Run, failOn: Severity | undefined, dead = 0): Ending {
  const over = failOn ? openAtOrAbove(run, failOn) : 0;
  if (over > 0) return { code: exitCodes.findings, words: foundWords(over, failOn ?? 'info', isPartial(run)) };
  return dead > 0 ? { code: exitCodes.failed, words: undelivered(dead) } : withoutFindings(isPartial(run), failOn);
}

function withoutFindings(partial: boolean, failOn: Severity | undefined): Ending {
  const clean = failOn ? `Nothing at or above ${failOn}` : '';
  if (!partial) return { code: exitCodes.clean, words: `${clean || 'Everything was read'}, so exit code 0.` };
  return { code: exitCodes.partial, words: `${clean ? `${clean}, but partial` : 'Partial'} coverage, so exit code 2.` };
}

const foundWords = (over: number, failOn: Severity, partial: boolean): string =>
  `${over} ${over === 1 ? 'finding' : 'findings'} at or above ${failOn}${partial ? ', and coverage is partial' : ''}, so exit code 1.`;
