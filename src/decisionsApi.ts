import { world } from './app';
import { parseBody } from './body';
import { Refusal } from './problem';
import { approve, decide, decisions, DecisionRefused, withdraw } from './steps/decide';
import type { Asked } from './decisions';

/** Names every problem of a decision; the door answers 400. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DecisionRefused) throw new Refusal(400, 'Bad request', error.problems.join(' '));
    throw error;
  }
}

/** Decisions that hold, or all that were ever taken. */
export async function listExceptions(all: boolean): Promise<unknown> {
  const found = await decisions(await world());
  return { exceptions: all ? found : found.filter(({ state }) => state === 'active' || state === 'ending') };
}

/** Takes a decision: an exception unless `kind` says otherwise. @throws Refusal naming every problem */
export const addException = async (body: string, by: string): Promise<unknown> =>
  told(decide(await world(), parseBody(body) as unknown as Asked, by));

/** Takes a decision back. @throws Refusal 404 for an id that nobody has */
export async function removeException(id: string, by: string): Promise<unknown> {
  const ended = await withdraw(await world(), id, by, 'taken back');
  if (!ended)
    throw new Refusal(
      404,
      'No such decision',
      `There is no decision '${id}'. GET /api/exceptions?all=true lists them.`,
    );
  return ended;
}

/** Approves one change of a run, the latest where the body names none. @throws Refusal */
export async function approveChange(changeId: string, body: string, by: string): Promise<unknown> {
  const given = parseBody(body);
  const unknown = Object.keys(given).filter((key) => key !== 'reason' && key !== 'run');
  if (unknown.length > 0)
    throw new Refusal(400, 'Bad request', `Unknown member '${unknown.join("', '")}'. Use reason and run.`);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const runId = text(given['run']) || 'latest';
  return told(approve(await world(), { runId, changeId }, text(given['reason']), by));
}
