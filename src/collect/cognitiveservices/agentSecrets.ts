import type { ExposedSecret } from '../../model/base';
import { at, entries, parts, text } from '../body';
import type { Body } from '../collector';
import { recognise } from '../secretForms';

/** Headers whose literal value opens something, whatever its form. */
const keyHeader =
  /^(authorization|proxy-authorization|cookie|.*(api|functions|subscription)-?key|.*(token|secret|password).*)$/i;

const isReference = (value: string): boolean => value.trim() === '' || /\{\{|\$\{|@Microsoft\.KeyVault/i.test(value);

function sighting(place: string, value: unknown, name = ''): readonly ExposedSecret[] {
  if (typeof value !== 'string' || isReference(value)) return [];
  const secretKind = recognise(value, name);
  if (secretKind) return [{ place, secretKind, confidence: secretKind === 'hexKey' ? 'named' : 'anchored' }];
  return keyHeader.test(name) ? [{ place, secretKind: 'credential', confidence: 'named' }] : [];
}

function ofTool(tool: Body, index: number): readonly ExposedSecret[] {
  const place = `tools[${text(tool, 'server_label') || text(tool, 'name') || String(index)}]`;
  return [
    ...sighting(`${place}.authorization`, at(tool, 'authorization'), 'authorization'),
    ...entries(tool, 'headers').flatMap(([name, value]) => sighting(`${place}.headers[${name}]`, value, name)),
    ...sighting(`${place}.server_url`, at(tool, 'server_url')),
    ...sighting(`${place}.server_description`, at(tool, 'server_description')),
  ];
}

/** Where a definition shows secrets to everyone who may read the agent. Values end here. */
export const agentSecrets = (definition: Body): readonly ExposedSecret[] => [
  ...sighting('instructions', at(definition, 'instructions')),
  ...parts(definition, 'tools').flatMap(ofTool),
  ...entries(definition, 'environment_variables').flatMap(([name, value]) => {
    const secretKind = typeof value === 'string' && !isReference(value) ? recognise(value, name) : undefined;
    const place = `environment_variables[${name}]`;
    return secretKind ? [{ place, secretKind, confidence: 'anchored' } as const] : [];
  }),
];
