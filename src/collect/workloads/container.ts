import type { AiSignal } from '../../model/aiSignal';
import type { Container } from '../../model/workloads';
import { at, parts, text } from '../body';
import type { Body } from '../collector';
import { readablesIn, type Readable } from '../secrets/exposed';
import { aiImage } from '../signals/images';
import { startsTgi } from '../signals/names';
import { literalOrVault, signalsOf, toEnvironmentName, toReadable, type Variable } from './environment';

/** A container with what it tells: the model's part, signs of AI, and the texts that readers see. */
export interface ToldContainer {
  readonly container: Container;
  readonly signals: readonly AiSignal[];
  readonly block: readonly Readable[];
}

function toVariable(given: Body, place: string): Variable {
  const name = text(given, 'name');
  const value = at(given, 'value');
  const literal = typeof value === 'string' ? value : '';
  const secret = text(given, 'secretRef') !== '' || at(given, 'secureValue') !== undefined;
  return {
    place: `${place}[${name}]`,
    name,
    value: literal,
    holds: secret ? 'secret' : literalOrVault(literal),
  };
}

function imageSignals(image: string, place: string, names: readonly string[]): readonly AiSignal[] {
  const known = aiImage(image) ?? (startsTgi(names) ? 'huggingface/text-generation-inference' : undefined);
  return known === undefined ? [] : [{ signal: 'image', place: `${place}.image`, what: known }];
}

/**
 * A container below `place`. `variables` is the property that holds its environment: `env` in Container Apps, `environmentVariables` in
 * Container Instances. Commands and arguments are looked through for secrets.
 */
export function toContainer(given: Body, body: unknown, place: string, variables: string): ToldContainer {
  const image = text(body, 'image').toLowerCase();
  const environment = parts(body, variables).map((one) => toVariable(one, `${place}.${variables}`));
  const commands = ['command', 'args'].flatMap((name) => readablesIn(at(body, name), `${place}.${name}`));
  return {
    container: { name: text(given, 'name'), image, environment: environment.map(toEnvironmentName) },
    signals: [
      ...imageSignals(
        image,
        place,
        environment.map(({ name }) => name),
      ),
      ...environment.flatMap(signalsOf),
    ],
    block: [...environment.map(toReadable), ...commands],
  };
}

/** Containers of a list, each below its own name. `inner` is where a container's own properties are; '' for the container itself. */
export const toContainers = (
  properties: unknown,
  path: readonly string[],
  { inner, variables }: { readonly inner: string; readonly variables: string },
): readonly ToldContainer[] =>
  parts(properties, ...path).map((one) => {
    const place = `${path.join('.')}[${text(one, 'name')}]${inner ? `.${inner}` : ''}`;
    return toContainer(one, inner ? at(one, inner) : one, place, variables);
  });
