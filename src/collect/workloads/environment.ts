import { speaksOfAi } from '../../model/aiHosts';
import type { AiSignal } from '../../model/aiSignal';
import type { EnvironmentName } from '../../model/workloads';
import { withoutSecret } from '../body';
import type { Readable } from '../secrets/exposed';
import { recognise } from '../secretForms';
import { isAiName } from '../signals/names';
import { hostAt } from '../url';

/** A variable as Azure shows it. `holds` says what stands in the place of the value. */
export interface Variable {
  readonly place: string;
  readonly name: string;
  readonly holds: EnvironmentName['holds'];
  /** '' unless it is a literal. */
  readonly value: string;
}

/** What kind of reference a literal is: a vault's, or the value itself. */
export const literalOrVault = (value: string): EnvironmentName['holds'] => {
  if (value === '') return 'nothing';
  return value.trim().toLowerCase().startsWith('@microsoft.keyvault(') ? 'vault' : 'literal';
};

const hostOf = ({ value }: Variable): string =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? hostAt(value) : bareAiHost(value);

/** A host without scheme counts only where it is one of AI: `gpt.4o` is none. */
const bareAiHost = (value: string): string => {
  const host = hostAt(value);
  return speaksOfAi(host) ? host : '';
};

/** The variable by name, with the host of a literal URL: its value stays outside. */
export const toEnvironmentName = (variable: Variable): EnvironmentName => ({
  name: withoutSecret(variable.name),
  holds: variable.holds,
  host: variable.holds === 'literal' ? hostOf(variable) : '',
});

export const toReadable = ({ place, name, value }: Variable): Readable => ({ place, name, value });

const vendorKeys =
  /^(?:azureAiKey|search(?:Admin|Query)?Key|openAiKey|anthropicKey|huggingFaceToken|bedrockKey|groqKey|xaiKey|openRouterKey|perplexityKey|replicateToken|pineconeKey|langSmithKey|langfuseKey|elevenLabsKey|deepSeekKey|nvidiaKey|tavilyKey)$/;

/** Signs of AI in one variable: several of one field count once, later. */
export function signalsOf(variable: Variable): readonly AiSignal[] {
  const { place, value } = variable;
  const { name, host } = toEnvironmentName(variable);
  const kind = recognise(value, name)?.kind ?? '';
  return [
    ...(speaksOfAi(host) ? [{ signal: 'host', place, what: host } as const] : []),
    ...(vendorKeys.test(kind) ? [{ signal: 'key', place, what: kind } as const] : []),
    ...(isAiName(name) ? [{ signal: host ? 'envWithEndpoint' : 'envName', place, what: name } as const] : []),
  ];
}
