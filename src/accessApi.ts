import { runOf } from './api';
import { findAccess } from './evaluate';
import { abilityNames, type AbilityName } from './model/abilities';
import { Refusal } from './problem';

function abilityOf(name: string | null): AbilityName | undefined {
  const found = abilityNames.find((one) => one === name);
  if (name === null || found) return found;
  throw new Refusal(400, 'Bad request', `'ability' does not know '${name}'. Use one of ${abilityNames.join(', ')}.`);
}

/**
 * Who can do what to each resource of a run, ten holders an ability; of one resource, by id or name, all of them. Worked out when it is
 * asked for. @throws Refusal for a run, resource or ability that is none.
 */
export async function showRunAccess(id: string, resource: string | null, ability: string | null): Promise<unknown> {
  const asked = abilityOf(ability);
  const run = await runOf(id);
  const most = resource === null ? 10 : Infinity;
  const resources = findAccess(run, { resource: resource ?? undefined, ability: asked, most });
  if (resource === null || resources.length > 0) return { id: run.id, resources };
  throw new Refusal(404, 'No such resource', `The run holds no resource '${resource}' to which abilities apply.`);
}
