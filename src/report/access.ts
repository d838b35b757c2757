import {
  principalSorts,
  type AbilityHolder,
  type AbilityRoles,
  type AbilityStanding,
  type PrincipalSort,
  type ResourceAccess,
  type Unread,
} from '../model/accessStanding';
import type { RunHeader } from '../model/run';
import { escaped } from './markdown';
import { coverageLine, kindWord, plural, shown, when } from './words';

const sortWords: Readonly<Record<PrincipalSort, string>> = {
  users: 'user',
  guests: 'guest',
  servicePrincipals: 'application',
  managedIdentities: 'managed identity',
  groupsUnread: 'group nobody looked into',
  unrecognised: 'principal of unknown type',
};

const many: Readonly<Partial<Record<PrincipalSort, string>>> = {
  managedIdentities: 'managed identities',
  groupsUnread: 'groups nobody looked into',
  unrecognised: 'principals of unknown type',
};

const counted = (count: number, sort: PrincipalSort): string =>
  count === 1 || !many[sort] ? plural(count, sortWords[sort]) : `${count.toLocaleString('en')} ${many[sort]}`;

/** `12 users, 2 guests; 1 under a condition; 3 may activate it`. */
function countWords({ counts, conditional, partial, unknown, eligible }: AbilityStanding): string {
  const who = principalSorts.filter((sort) => counts[sort] > 0).map((sort) => counted(counts[sort], sort));
  const more = [
    ...(conditional > 0 ? [`${conditional} under a condition`] : []),
    ...(partial > 0 ? [`${partial} on a part`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(eligible > 0 ? [`${eligible} may activate it`] : []),
  ];
  return [who.join(', ') || 'nobody for sure', ...more].join('; ');
}

const flagWords: Readonly<Partial<Record<AbilityHolder['flags'][number], string>>> = {
  eligible: 'may activate it',
  denied: 'denied',
  denyUnread: 'denials not read',
  excludedByGroup: 'excluded from a denial by a group',
  membersUnread: 'members not read',
  chainUnread: 'management groups above not known',
  roleUnread: 'role not read',
  lockReadOnly: 'a ReadOnly lock stops it',
  liftsLock: 'may lift the lock',
};

/** `Maren Holt: yes, by Owner (inherited)`. */
function holderWords({ name, answer, roles, flags, ways }: AbilityHolder): string {
  const parts = ways.filter(({ part }) => part !== '').map(({ part }) => part.slice(part.lastIndexOf('/') + 1));
  const told = [
    ...flags.flatMap((flag) => flagWords[flag] ?? []),
    ...(answer === 'partial' ? [`on ${[...new Set(parts)].join(', ')}`] : []),
    ...(ways.some(({ through }) => through) ? ['through a group'] : []),
  ];
  return `${shown(name, 60)}: ${answer}, by ${roles.map((role) => shown(role, 60)).join(', ')}${told.length > 0 ? ` (${told.join('; ')})` : ''}`;
}

const unreadWords: Readonly<Record<Unread, string>> = {
  roleAssignment: 'role assignments',
  roleDefinition: 'role definitions',
  principal: 'principals',
  denyAssignment: 'deny assignments',
  roleEligibility: 'eligible roles',
  resourceLock: 'locks',
};

const notSeen = (unread: readonly Unread[]): string =>
  unread.length === 0 ? '' : `Not read in whole: ${unread.map((one) => unreadWords[one]).join(', ')}.`;

const isHeld = ({ holders }: AbilityStanding): boolean => holders.length > 0;
const total = ({ counts, unknown, eligible }: AbilityStanding): number =>
  principalSorts.reduce((sum, sort) => sum + counts[sort], unknown + eligible);
const left = (standing: AbilityStanding): readonly string[] =>
  total(standing) > standing.holders.length ? [`and ${total(standing) - standing.holders.length} more`] : [];

function lines({ kind, name, resourceId, unread, abilities }: ResourceAccess): readonly string[] {
  const nobody = abilities.filter((one) => !isHeld(one)).map(({ ability }) => ability);
  return [
    `${kindWord(kind)} ${shown(name)}   ${shown(resourceId, 200)}`,
    ...(unread.length > 0 ? [`  ? ${notSeen(unread)}`] : []),
    ...abilities
      .filter(isHeld)
      .flatMap((one) => [
        `  ${one.ability.padEnd(20)}can ${one.does}: ${countWords(one)}`,
        ...[...one.holders.map(holderWords), ...left(one)].map((line) => `${' '.repeat(22)}${line}`),
      ]),
    ...(nobody.length > 0 ? [`  nobody              ${nobody.join(', ')}`] : []),
    '',
  ];
}

/** Who can do what to each resource, as text for a terminal. */
export const renderAccess = (all: readonly ResourceAccess[], header: RunHeader): string =>
  [
    `Who can reach what, ${when(header.takenAt)}`,
    `Coverage   ${coverageLine(header)}`,
    '',
    ...(all.length === 0 ? ['There is no such resource in this run.', ''] : all.flatMap(lines)),
  ].join('\n');

/** The same as Markdown. */
export function renderAccessMarkdown(all: readonly ResourceAccess[], header: RunHeader): string {
  const section = ({ kind, name, resourceId, unread, abilities }: ResourceAccess): readonly string[] => [
    `## ${kindWord(kind)} ${escaped(name)}`,
    '',
    escaped(resourceId),
    '',
    ...(unread.length > 0 ? [notSeen(unread), ''] : []),
    '| Ability | Who | Holders |',
    '| --- | --- | --- |',
    ...abilities
      .filter(isHeld)
      .map(
        (one) =>
          `| ${one.ability}: ${one.does} | ${countWords(one)} | ${[...one.holders.map(holderWords), ...left(one)].map(escaped).join('<br>')} |`,
      ),
    '',
  ];
  const head = [`# Who can reach what, ${when(header.takenAt)}`, '', `**Coverage:** ${coverageLine(header)}`, ''];
  return [...head, ...all.flatMap(section)].join('\n');
}

const roleWords = ({ name, conditional }: AbilityRoles['roles'][number]): string =>
  conditional ? `${name} (under a condition)` : name;

/** Which roles give which ability, as text for a terminal. */
export const renderAbilityRoles = (all: readonly AbilityRoles[]): string =>
  `${all
    .map(({ ability, does, roles }) => {
      const names = roles.length === 0 ? 'no role here' : roles.map((role) => shown(roleWords(role), 80)).join(', ');
      return `${ability.padEnd(22)}can ${does}\n${' '.repeat(22)}${names}`;
    })
    .join('\n')}\n`;

/** The same as Markdown. */
export const renderAbilityRolesMarkdown = (all: readonly AbilityRoles[]): string =>
  [
    '| Ability | Can | Roles of this tenant |',
    '| --- | --- | --- |',
    ...all.map(
      ({ ability, does, roles }) =>
        `| ${ability} | ${does} | ${roles.map((role) => escaped(roleWords(role))).join(', ')} |`,
    ),
    '',
  ].join('\n');
