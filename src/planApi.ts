import { world } from './app';
import { Refusal } from './problem';
import { remedy } from './steps/remedy';

const mostSteps = 50;

function countOf(text: string | null): number {
  const count = text === null ? 10 : Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostSteps)
    throw new Refusal(400, 'Bad request', `'steps' must be a whole number from 1 to ${mostSteps}.`);
  return count;
}

/** What to change first, worked out from a kept run. @throws Refusal */
export async function showRunPlan(id: string, steps: string | null): Promise<unknown> {
  const most = countOf(steps);
  const open = await world();
  const header = await open.store.header(id);
  if (!header) throw new Refusal(404, 'No such run', `There is no run '${id}'. GET /api/runs lists them.`);
  return remedy(open, header, most);
}
