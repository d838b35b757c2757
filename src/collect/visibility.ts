import type { Subscription } from '../model/governance';
import type { Kind } from '../model/resource';
import type { Gap } from '../model/snapshot';
import { attempt } from './attempt';
import type { AzureReader, Body, SurveyCollector } from './collector';
import { NotFound, ReadRefused } from './failures';
import { gap, toGap } from './gaps';
import { allows } from './rights';
import { kindsBelow, scopeOf } from './survey';

const reader = '*/read';

/** A subscription that Resource Graph does not show: nothing of any kind is known there. */
export function hidden(subscription: Subscription, collectors: readonly SurveyCollector[]): readonly Gap[] {
  const off = !['', 'enabled', 'warned', 'pastdue'].includes(subscription.state.toLowerCase());
  const detail = off
    ? `the subscription is ${subscription.state}, and Resource Graph does not show it`
    : 'Resource Graph does not show the subscription: the identity lacks Reader there';
  const permission = off ? '' : reader;
  return kindsBelow(collectors).map((kind) => gap({ kind, scope: subscription.id, permission }, 'notVisible', detail));
}

/** The blocks of rights that the identity holds at `scope`. */
export async function ownRights(azure: AzureReader, scope: string): Promise<Body[]> {
  const blocks: Body[] = [];
  const path = `${scope}/providers/Microsoft.Authorization/permissions`;
  for await (const block of azure.list(path, '2022-04-01')) blocks.push(block);
  return blocks;
}

function lacking(blocks: readonly Body[], scope: string, { kind, permissions }: SurveyCollector): Gap[] {
  const permission = permissions.find((action) => !allows(blocks, action));
  if (permission === undefined) return [];
  const detail = `the identity lacks ${permission} on the subscription, and Resource Graph leaves out what it may not read`;
  return [gap({ kind, scope, permission }, 'notVisible', detail)];
}

/**
 * What a visible subscription may still hide. Resource Graph never refuses, it leaves rows out, so the identity's own rights
 * on the subscription are asked. Refused or unsupported there says nothing; an answer that never came leaves every kind in doubt.
 */
export async function hiddenKinds(
  azure: AzureReader,
  unit: string,
  collectors: readonly SurveyCollector[],
): Promise<readonly Gap[]> {
  const scope = scopeOf(unit);
  const below: readonly Kind[] = kindsBelow(collectors);
  const asked = collectors.filter(({ kind }) => below.includes(kind));
  const tried = await attempt(() => ownRights(azure, scope));
  if (tried.ok) return asked.flatMap((collector) => lacking(tried.value, scope, collector));
  const { error } = tried;
  if (error instanceof NotFound || error instanceof ReadRefused || /^(400|405) /.test(error.message)) return [];
  return below.map((kind) => toGap(error, { kind, scope, permission: '' }));
}
