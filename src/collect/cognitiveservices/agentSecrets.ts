import type { ExposedSecret } from '../../model/base';
import type { Body } from '../collector';
import { exposedIn, readablesIn, type Readable } from '../secrets/exposed';

/** Headers whose literal value opens something, whatever its form. */
const keyHeader =
  /^(authorization|proxy-authorization|cookie|.*(api|functions|subscription)-?key|.*(token|secret|password).*)$/i;

const isReference = ({ value }: Readable): boolean =>
  value.trim() === '' || /\{\{|\$\{|@Microsoft\.KeyVault/i.test(value);

const isKeyHeader = (one: Readable): boolean =>
  (/\.headers\.[^.]+$/.test(one.place) || one.place.endsWith('].authorization')) &&
  keyHeader.test(one.name) &&
  !isReference(one);

/** Where a definition shows secrets to everyone who may read the agent: all its texts, and headers that sign in. Values end here. */
export function agentSecrets(definition: Body): readonly ExposedSecret[] {
  const readables = readablesIn(definition, 'definition');
  const recognised = exposedIn(readables);
  const literal = readables
    .filter((one) => isKeyHeader(one) && !recognised.some(({ place }) => place === one.place))
    .map(({ place }): ExposedSecret => ({ place, secretKind: 'credential', confidence: 'named' }));
  return [...recognised, ...literal];
}
