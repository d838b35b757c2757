import rules from '../../src/rules';
import { frameworks } from '../../src/rules/frameworks';
import { policyKeysOf, policyWords } from '../../src/model/policyUse';
import { rule } from '../evaluate/snapshots';
import { renderFrameworkPage } from './frameworkPage';
import { renderServicePage } from './rulePages';

const hosts = ['learn.microsoft.com', 'genai.owasp.org', 'atlas.mitre.org', 'www.nist.gov'];

describe('links of rules', () => {
  it.each(rules.map(({ id, references }) => [id, references] as const))(
    '%s: https, a host we know',
    (_, references) => {
      for (const text of references) {
        const url = new URL(text);
        expect([url.protocol, hosts.includes(url.hostname), text]).toEqual(['https:', true, text]);
        expect(url.pathname).not.toMatch(/^\/[a-z]{2}-[a-z]{2}\//); // no page pinned to one language
      }
    },
  );
});

describe('a page of rules', () => {
  const one = rule('aiAccount', {
    id: 'r-one',
    severity: 'low',
    references: ['https://learn.microsoft.com/x'],
    fix: { text: 'Do it.', cli: 'az do', bicep: 'a: true' },
    controls: { mcsb: ['IM-1'] },
    defender: { assessments: ['key'], policies: ['guid'], offByDefault: true, differs: 'It looks less far.' },
  });
  const two = rule('keyVault', { id: 'r-two', severity: 'critical', title: 'A | bar' });
  const page = renderServicePage('kv', [one, two]);

  it('lists the worst first and explains each', () => {
    expect(page.indexOf('## r-two')).toBeLessThan(page.indexOf('## r-one'));
    expect(page).toContain('| critical | [r-two](#r-two) | A \\| bar |');
    for (const said of ['# Key vaults', 'Do it.', '```sh\naz do\n```', '```bicep\na: true\n```', 'benchmark v2 IM-1'])
      expect(page).toContain(said);
    expect(page).toContain('assessment `key`, policy `guid`. Its policy is off by default. It looks less far\n');
    expect(page).toContain('<https://learn.microsoft.com/x>');
  });
});

describe('the matrix', () => {
  const microsoft = rule('aiAccount', {
    id: 'r-m',
    controls: { mcsb: ['IM-1', 'NS-2'] },
    defender: { assessments: [], policies: ['71ef260a-8f18-47b7-abcb-62d0673d94dc'] },
  });
  const page = renderFrameworkPage(frameworks, [microsoft]);

  it('shows controls without a rule, and why where no rule can be', () => {
    expect(page).toContain('| AI-2 | Multi-layered content filtering | no rule |');
    expect(page).toContain('| AI-7 | Continuous AI red teaming | no rule: a process, not a configuration |');
    expect(page).toContain('| LLM07 | Misinformation | no rule |');
  });

  it('marks what Microsoft itself maps', () => {
    expect(page).toContain('| IM-1 | Central identity and authentication | `r-m` (M) |');
    expect(page).toContain('| NS-2 | Network controls on cloud services | `r-m` |');
  });
});

describe('what a rule needs of the policy file', () => {
  it.each([
    ['kv-purge-protection', ''],
    ['deployment-model-approved', 'Not applicable until the policy file gives'],
    ['aiservices-key-age-and-regeneration', 'maxKeyAgeDays in the policy file, 90 by default.'],
  ])('%s', (id, words) => {
    const found = rules.find((each) => each.id === id);
    const told = found ? policyWords(found) : 'no such rule';
    expect(words === '' ? told : told.slice(0, words.length)).toBe(words);
  });

  it('is told from the check', () =>
    expect(policyKeysOf({ check: (_, view) => (view.policy.allowedRegions, { status: 'pass' }) })).toEqual([
      'allowedRegions',
    ]));
});
