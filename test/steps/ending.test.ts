import { endingOf } from '../../src/commands/exit';
import { listRuns, readOrder, readWait, showRun, showRunPart } from '../../src/api';
import { answered, Refusal } from '../../src/problem';
import type { UnitState } from '../../src/model/run';
import { safe } from '../kit/safe';
import { finding } from '../store/records';
import { header, run, unit } from '../report/runs';

const ended = (
  state: UnitState,
  severities: readonly ('critical' | 'high' | 'low')[],
  status: 'fail' | 'unknown' = 'fail',
) =>
  run(header({ units: [unit('a', state)] }), {
    findings: severities.map((severity) => finding('r', safe('aiAccount'), { severity, status })),
  });

describe('how an audit ends', () => {
  it.each([
    ['read', [], undefined, 0, 'Everything was read, so exit code 0.'],
    ['disabled', [], undefined, 0, 'Everything was read, so exit code 0.'],
    ['read', ['critical'], undefined, 0, 'Everything was read, so exit code 0.'],
    ['partial', ['critical'], undefined, 2, 'Partial coverage, so exit code 2.'],
    ['notRead', [], undefined, 2, 'Partial coverage, so exit code 2.'],
    ['read', ['low'], 'high', 0, 'Nothing at or above high, so exit code 0.'],
    ['partial', ['low'], 'high', 2, 'Nothing at or above high, but partial coverage, so exit code 2.'],
    ['read', ['high'], 'high', 1, '1 finding at or above high, so exit code 1.'],
    ['read', ['critical', 'high', 'low'], 'high', 1, '2 findings at or above high, so exit code 1.'],
    ['partial', ['critical'], 'low', 1, '1 finding at or above low, and coverage is partial, so exit code 1.'],
  ] as const)('%s with %j, failing on %s: %i', (state, severities, failOn, code, words) =>
    expect(endingOf(ended(state, severities), failOn)).toEqual({ code, words }),
  );

  it('tells of a card that was given up, below findings and above coverage', () => {
    expect(endingOf(ended('partial', []), undefined, 2)).toEqual({
      code: 4,
      words: '2 cards could not be delivered, see the outbox in health, so exit code 4.',
    });
    expect(endingOf(ended('read', ['high']), 'high', 1).code).toBe(1);
  });

  it('counts only what fails', () => expect(endingOf(ended('read', ['critical'], 'unknown'), 'low').code).toBe(0));
});

describe('what the API refuses before it opens anything', () => {
  const refusal = async (work: () => unknown): Promise<string> => {
    const response = await answered(
      async () => ({ body: JSON.stringify(await work()) }),
      () => undefined,
    );
    expect(response.headers).toMatchObject({ 'content-type': 'application/problem+json' });
    const { status, detail } = JSON.parse(response.body as string) as { status: number; detail: string };
    return `${status} ${detail}`;
  };

  it.each<[string, () => unknown, RegExp]>([
    ['a body that is no JSON', () => readOrder('{'), /^400 The body is not JSON/],
    ['a list', () => readOrder('[]'), /^400 The body must be a JSON object/],
    ['null', () => readOrder('null'), /^400 The body must be a JSON object/],
    ['an unknown member', () => readOrder('{"scope":[]}'), /^400 Unknown member 'scope'\. Use scopes and rules/],
    ['scopes that are no list', () => readOrder('{"scopes":"x"}'), /^400 'scopes' must be a list of texts/],
    ['a scope that is none', () => readOrder('{"scopes":["a b"]}'), /^400 'a b' is no management group/],
    ['a body that is too large', () => readOrder(`{"scopes":["${'x'.repeat(70_000)}"]}`), /^413 /],
    ['a wait that is no number', () => readWait('soon'), /^400 'wait' must be a whole number of seconds from 0 to 200/],
    ['a wait that is too long', () => readWait('201'), /^400 'wait'/],
    ['a negative wait', () => readWait('-1'), /^400 'wait'/],
    ['half a second', () => readWait('0.5'), /^400 'wait'/],
    [
      'an unknown part',
      () => showRun('latest', 'findings,fndings'),
      /^400 'include' does not know 'fndings'\. Use all, or some of coverage/,
    ],
    ['a part that is none', () => showRunPart('latest', 'constructor'), /^404 A run has coverage, resources/],
    ['too many runs', () => listRuns('101', null), /^400 'top' must be a whole number from 1 to 100/],
    ['no runs', () => listRuns('0', null), /^400 'top'/],
  ])('%s', async (_, work, words) => expect(await refusal(work)).toMatch(words));

  it('takes a wait within its bounds, and none', () =>
    expect([readWait(null), readWait('0'), readWait('200')]).toEqual([0, 0, 200]));

  it('tells a fault of ours without its detail, and logs it', async () => {
    const lines: string[] = [];
    const response = await answered(
      () => Promise.reject(new TypeError('sig=SECRET')),
      (line) => lines.push(line),
    );
    expect(response.status).toBe(500);
    expect(response.body).not.toContain('SECRET');
    expect(lines).toEqual(['TypeError: sig=SECRET']);
    expect(new Refusal(404, 'a', 'b').message).toBe('b');
  });
});
