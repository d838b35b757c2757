import fc from 'fast-check';
import type { Right } from '../../../src/model/ability';
import { accessTo, type Access, type AllFacts } from '../../../src/model/access/accessTo';
import type { Resource } from '../../../src/model/resource';
import { naiveAccess, type NaiveAnswer } from './naive';
import { everyone, resources, rights, tenants } from './randomTenant';

/** What was asked, and what came of it. */
export interface Tally {
  tenants: number;
  questions: number;
  readonly answers: Record<Access['answer'] | 'eligible' | 'denied' | 'locked', number>;
}

const emptyTally = (): Tally => ({
  tenants: 0,
  questions: 0,
  answers: { yes: 0, conditional: 0, unknown: 0, partial: 0, no: 0, eligible: 0, denied: 0, locked: 0 },
});

const nobody: Access = { principalId: '', answer: 'no', ways: [], flags: [] };

const toNaive = ({ answer, flags, ways }: Access): NaiveAnswer => ({
  answer,
  eligible: flags.includes('eligible'),
  denied: flags.includes('denied'),
  locked: flags.includes('lockReadOnly'),
  via: ways.map(({ via }) => via).sort(),
});

function count(tally: Tally, { answer, eligible, denied, locked }: NaiveAnswer): void {
  tally.questions += 1;
  tally.answers[answer] += 1;
  for (const [name, holds] of Object.entries({ eligible, denied, locked }))
    if (holds) tally.answers[name as 'eligible'] += 1;
}

/** Asks one resource and right of everyone. @throws where the two implementations differ, with the question and both answers. */
function ask(resource: Resource, right: Right, facts: AllFacts, tally: Tally): void {
  const found = new Map(accessTo(resource, [right], facts).map((access) => [access.principalId, access]));
  for (const who of everyone) {
    const expected = naiveAccess(who, resource, right, facts);
    const answer = toNaive(found.get(who) ?? nobody);
    count(tally, expected);
    if (JSON.stringify(answer) === JSON.stringify(expected)) continue;
    const question = `${who} on ${resource.id}, ${right.plane} ${right.operation}`;
    throw new Error(`${question}: ${JSON.stringify(answer)}, naively ${JSON.stringify(expected)}`);
  }
}

/** Draws tenants and asks each principal, resource and right of both implementations. @throws with the smallest tenant they differ on. */
export function agree(numRuns: number, seed: number): Tally {
  const tally = emptyTally();
  const property = fc.property(tenants, resources, (facts, asked) => {
    tally.tenants += 1;
    for (const resource of asked) for (const right of rights) ask(resource, right, facts, tally);
  });
  fc.assert(property, { numRuns, seed });
  return tally;
}
