import { settings } from '../config';
import { renderPlan, renderPlanMarkdown } from '../report';
import { remedy } from '../steps/remedy';
import { openWorld } from '../world';
import { headerOf } from './drift';
import { exitCodes, UsageError } from './exit';
import { say, write } from './output';

export interface PlanOptions {
  readonly run: string;
  readonly steps: string;
  readonly format: string;
  readonly out?: string;
}

const mostSteps = 50;

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostSteps)
    throw new UsageError(`--steps: '${text}' is no whole number from 1 to ${mostSteps}.`);
  return count;
}

/** `aispm plan`: what to change first, worked out from a kept run. Asks Azure nothing and changes nothing. */
export async function planCommand(options: PlanOptions): Promise<number> {
  const most = countOf(options.steps);
  const world = await openWorld(settings(), { tell: say });
  try {
    const plan = await remedy(world, await headerOf(world, options.run), most);
    const json = `${JSON.stringify(plan, null, 2)}\n`;
    const text = { json, md: renderPlanMarkdown(plan), table: renderPlan(plan) }[options.format] ?? json;
    write(text, options.out);
    return exitCodes.clean;
  } finally {
    await world.close();
  }
}
