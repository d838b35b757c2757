import type { ExposedSecret } from '../model/base';
import { isDead, keyTargets } from '../model/exposure';
import type { Resource } from '../model/resource';
import { fail, pass, type Verdict, type View } from '../model/rule';

export { keyTargets };

export type KeyView = View<(typeof keyTargets)[number]>;

/** Places named in the evidence; a number stands for the rest. */
const named = 5;

const told = (secret: ExposedSecret, dead: boolean): string => {
  const born = secret.bornMonth ? `, made ${secret.bornMonth}` : '';
  const lives = dead ? ', which what it opens refuses' : '';
  return `${secret.place} holds ${secret.secretKind} (${secret.confidence}${born})${lives}`;
};

/** Fails where readers see a secret: each place with its kind. Low where all of them open what refuses keys, medium where form alone tells. */
export function judgeExposed(secrets: readonly ExposedSecret[], view: KeyView): Verdict {
  if (secrets.length === 0) return pass;
  const known = keyTargets.flatMap((kind): readonly Resource[] => view.known(kind));
  const judged = secrets.map((secret) => ({ secret, dead: isDead(secret, known) }));
  const lines = judged.map(({ secret, dead }) => told(secret, dead)).sort();
  const rest = lines.length - named;
  const evidence = [...lines.slice(0, named), ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
  if (judged.every(({ dead }) => dead)) return fail(evidence, { severity: 'low' });
  return secrets.every(({ confidence }) => confidence === 'shape')
    ? fail(evidence, { severity: 'medium' })
    : fail(evidence);
}

/** `judgeExposed` of what one resource shows. */
export const judgeShown = (
  { exposedSecrets = [] }: { readonly exposedSecrets?: readonly ExposedSecret[] },
  view: KeyView,
): Verdict => judgeExposed(exposedSecrets, view);
