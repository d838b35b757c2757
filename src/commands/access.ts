import { distance } from 'fastest-levenshtein';
import { settings } from '../config';
import { findAbilityRoles, findAccess } from '../evaluate';
import { abilityNames, type AbilityName } from '../model/abilities';
import type { Run, RunHeader } from '../model/run';
import { renderAbilityRoles, renderAbilityRolesMarkdown, renderAccess, renderAccessMarkdown } from '../report';
import { readRun } from '../steps/readRun';
import { openWorld } from '../world';
import { headerOf } from './drift';
import { exitCodes, UsageError } from './exit';
import { say, write } from './output';

export interface AccessOptions {
  readonly ability?: string;
  readonly abilities?: boolean;
  readonly run: string;
  readonly format: string;
  readonly out?: string;
}

/** @throws UsageError naming the nearest ability. */
function abilityOf(name: string): AbilityName {
  const found = abilityNames.find((one) => one === name);
  if (found) return found;
  const nearest = abilityNames.reduce((best, one) => (distance(name, one) < distance(name, best) ? one : best));
  throw new UsageError(`--ability: no '${name}'. Did you mean ${nearest}? There are ${abilityNames.join(', ')}.`);
}

const asJson = (header: RunHeader, body: object): string =>
  `${JSON.stringify({ run: header.id, takenAt: header.takenAt, ...body }, null, 2)}\n`;

function roles(run: Run, header: RunHeader, format: string): string {
  const found = findAbilityRoles(run);
  if (format === 'json') return asJson(header, { abilities: found });
  return format === 'md' ? renderAbilityRolesMarkdown(found) : renderAbilityRoles(found);
}

/** Of all resources ten holders an ability, of one resource all. @throws UsageError for a resource that the run does not hold. */
function standing(run: Run, header: RunHeader, resource: string | undefined, options: AccessOptions): string {
  const ability = options.ability === undefined ? undefined : abilityOf(options.ability);
  const found = findAccess(run, { resource, ability, most: resource === undefined ? 10 : Infinity });
  if (resource !== undefined && found.length === 0)
    throw new UsageError(`The run holds no resource '${resource}' to which abilities apply. Give its id or its name.`);
  const { format } = options;
  if (format === 'json') return asJson(header, { resources: found });
  return format === 'md' ? renderAccessMarkdown(found, header) : renderAccess(found, header);
}

/** `aispm access [RESOURCE]`. Reads a kept run only; asks Azure nothing. @throws UsageError for a run, resource or ability that is none. */
export async function accessCommand(resource: string | undefined, options: AccessOptions): Promise<number> {
  const world = await openWorld(settings(), { tell: say });
  try {
    const header = await headerOf(world, options.run);
    const run = await readRun(world, header.id);
    if (!run) throw new UsageError(`Run ${header.id} can no longer be read. aispm audit makes a fresh one.`);
    const text = options.abilities ? roles(run, header, options.format) : standing(run, header, resource, options);
    write(text, options.out);
    return exitCodes.clean;
  } finally {
    await world.close();
  }
}
