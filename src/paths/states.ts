import type { AbilityName } from '../model/abilities';
import { typeIn } from '../model/ability';

/** What an attacker may have. `at` is what it is about: an id, a host, a repository. */
export interface State {
  readonly verb: string;
  readonly at: string;
}

const stateOf =
  (verb: string) =>
  (at: string): State => ({ verb, at });

/** Stands on the internet; always true. */
export const internet: State = { verb: 'at:internet', at: '' };
/** Owns a tenant or subscription that is none of ours. */
export const atPartner = stateOf('at:partner');
/** Sends packets inside a virtual network. */
export const inNetwork = stateOf('at:net');
/** Runs code in a repository's pipeline: `issuer subject`. */
export const inRepository = stateOf('at:repo');
/** Reads a place where a key lies open: `resource property`. */
export const leak = stateOf('at:leak');
/** Is any one member of a group. */
export const anyMember = stateOf('at:member');
/** Acts as a principal, by object id. */
export const actsAs = stateOf('as');
/** Holds a key of a resource. */
export const hasKey = stateOf('has:key');
/** Runs code on a host. */
export const runsOn = stateOf('run');
/** Its network lets the attacker in. */
export const reaches = stateOf('reach');
/** It accepts keys. */
export const takesKeys = stateOf('keyOk');
/** No ReadOnly lock stands in the way. */
export const unlocked = stateOf('unlocked');
export const readsStore = stateOf('read:store');
export const writesStore = stateOf('write:store');
export const writesShare = stateOf('write:share');
export const readsIndex = stateOf('read:index');
export const writesIndex = stateOf('write:index');
export const writesImage = stateOf('write:image');
/** May send prompts to an agent that it will obey, or text that it reads. */
export const steers = stateOf('steer');
/** An agent, or code of a project, acts with what the project gives it. */
export const readsSecrets = stateOf('read:secret');
export const taintsModel = stateOf('taint:model');
export const taintsAnswers = stateOf('taint:answers');
export const readsPrivate = stateOf('read:private');
export const readsPrompts = stateOf('read:prompts');
export const weakens = stateOf('weak');
export const takesModel = stateOf('read:model');
export const calls = stateOf('call');
export const owns = stateOf('own');
export const spends = stateOf('spend');
/** Private data leaves by an agent's tool. */
export const leaksOut = stateOf('exfiltrate');

const canVerbs = new Map<string, string>();

/** Verb of an ability on resources of one type; `*` for abilities that mean the same on every scope. */
export function canVerb(ability: AbilityName, type: string): string {
  const key = `${ability}@${type}`;
  const held = canVerbs.get(key) ?? `can:${key}`;
  canVerbs.set(key, held);
  return held;
}

/** Has an ability on a resource, or, with the type of the resources meant, on everything of that type below a scope. */
export const can = (ability: AbilityName, scope: string, type = typeIn(scope)): State => ({
  verb: canVerb(ability, type),
  at: scope,
});
