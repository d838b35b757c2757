import type { AiSignal } from '../../model/aiSignal';
import type { Base } from '../../model/base';
import { exposedIn, exposedSecrets, type Readable } from '../secrets/exposed';
import { aiWord } from '../signals/words';

function wordSignals(place: string, given: string): readonly AiSignal[] {
  const found = aiWord(given);
  return found ? [{ signal: found.server ? 'serverName' : 'word', place, what: found.word }] : [];
}

/** Words of AI in the name and the tags of a resource. */
const named = ({ name, tags }: Base<string>): readonly AiSignal[] => [
  ...wordSignals('name', name),
  ...Object.entries(tags).flatMap(([tag, value]) => wordSignals(`tags.${tag}`, `${tag} ${value}`)),
];

/** What every workload tells: signs of AI beside those of its name, and secrets in the blocks of texts that readers see. */
export const told = (
  fixed: Base<string>,
  signals: readonly AiSignal[],
  blocks: readonly (readonly Readable[])[],
): { readonly aiSignals: readonly AiSignal[]; readonly exposedSecrets?: Base<string>['exposedSecrets'] & object } => ({
  aiSignals: [...named(fixed), ...signals],
  ...exposedSecrets([...(fixed.exposedSecrets ?? []), ...blocks.flatMap((block) => exposedIn(block))]),
});

/** Signs of AI in a text that starts or installs something: a command, a script. */
export function commandSignals(place: string, command: string): readonly AiSignal[] {
  const found = aiWord(command);
  return found?.server ? [{ signal: 'image', place, what: found.word }] : [];
}
