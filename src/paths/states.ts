import type { AbilityName } from '../model/abilities';
import { typeIn, type Plane } from '../model/ability';
import { planeOf, type Power } from './powers';

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
/** May run code on some host, whichever. */
export const anyHost: State = { verb: 'can:anyHost', at: '' };
/** An app with a weakness that Defender reports. */
export const exploits = stateOf('at:weakness');
/** May write where an agent or bot reads: `resource`. */
export const writesTo = stateOf('at:input');
/** Calls models past the gateway that is to guard them. */
export const bypasses = stateOf('bypass');
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
export const readsSecrets = stateOf('read:secret');
export const taintsModel = stateOf('taint:model');
export const taintsAnswers = stateOf('taint:answers');
export const readsPrivate = stateOf('read:private');
export const readsPrompts = stateOf('read:prompts');
export const weakens = stateOf('weak');
export const takesModel = stateOf('read:model');
export const calls = stateOf('call');
/** Calls a model as the gateway before it does: with the gateway's limits, and not past them. */
export const callsThrough = stateOf('call:gateway');
export const owns = stateOf('own');
export const spends = stateOf('spend');

const verbs = new Map<string, string>();

/** Verb of an ability on resources of one type, on one plane. */
function canVerb(ability: AbilityName, type: string, plane: Plane): string {
  const key = `can:${ability}@${type}:${plane}`;
  const held = verbs.get(key) ?? key;
  verbs.set(key, held);
  return held;
}

/** Has an ability on a resource. Where the ability stands on both planes, `plane` says which. */
export function can(ability: AbilityName, id: string, plane?: Plane): State {
  const type = typeIn(id);
  return { verb: canVerb(ability, type, plane ?? planeOf(ability, type)), at: id };
}

/** Has an ability, which means the same everywhere, on a scope. */
export const canOn = (ability: 'access.grant' | 'role.edit' | 'lock.lift', scope: string): State => ({
  verb: canVerb(ability, '*', 'control'),
  at: scope,
});

/** Has a power on everything of its type at or below a scope. */
export const has = ({ ability, type, plane }: Pick<Power, 'ability' | 'type' | 'plane'>, scope: string): State => ({
  verb: canVerb(ability, type, plane),
  at: scope,
});
