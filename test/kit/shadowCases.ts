import type { AiSignal } from '../../src/model/aiSignal';
import { safe } from './safe';

const at = (signal: AiSignal['signal'], what: string, place = `${signal}.${what}`): AiSignal => ({
  signal,
  place,
  what,
});
const shows = (...aiSignals: readonly AiSignal[]) => ({ subject: { aiSignals } });
const register = (entry: { readonly tag?: string; readonly host?: string; readonly until?: string }) => ({
  policy: { sanctioned: [{ ...entry, why: 'pilot of team-ai' }] },
});
const vendor = at('host', 'api.openai.com');
const ours = at('host', 'acct.openai.azure.com');
const gap = { kind: 'aiAccount', reason: 'forbidden', permission: 'x/read', detail: '', scope: '/' } as const;
const takenAt = '2026-11-24T06:00:00Z';

/** Cases of every rule on AI outside the inventory: `severity` is that of the rule. */
export const shadowCases = (severity: 'high' | 'medium') => ({
  pass: [
    { name: 'no sign of AI' },
    { name: 'a word, and a GPU: possible at most', ...shows(at('word', 'gpt'), at('gpu', 'Standard_NC4as_T4_v3')) },
    { name: 'a name of a variable alone', ...shows(at('envName', 'OPENAI_API_KEY')) },
    {
      name: 'a host of an account that is inventoried, with key and name beside',
      ...shows(ours, at('key', 'azureAiKey'), at('envName', 'AZURE_OPENAI_KEY')),
      around: [safe('aiAccount')],
    },
    { name: 'a host that the register allows', ...shows(vendor), ...register({ host: '.openai.com' }) },
  ] as const,
  fail: [
    {
      name: 'a host of a vendor',
      ...shows(vendor),
      severity,
      says: 'confirmed: host api.openai.com at host.api.openai.com',
    },
    { name: 'an account that nobody inventoried', ...shows(ours), says: 'acct.openai.azure.com' },
    {
      name: 'a GPU with a driver: likely',
      ...shows(at('gpu', 'Standard_NC4as_T4_v3'), at('driver', 'NvidiaGpuDriverLinux')),
      severity: severity === 'high' ? 'medium' : 'low',
      says: 'likely: ',
    },
    {
      name: 'an entry of the register that ended',
      ...shows(vendor),
      ...register({ tag: 'Owner=Team-AI', until: '2026-11-23' }),
      takenAt,
      says: 'ended on 2026-11-23',
    },
    {
      name: 'a vendor beside an inventoried account',
      ...shows(ours, vendor),
      around: [safe('aiAccount')],
      says: 'api.openai.com',
    },
  ] as const,
  notApplicable: [
    {
      name: 'in the register, on its last day too',
      ...shows(vendor),
      ...register({ tag: 'Owner=Team-AI', until: '2026-11-24' }),
      takenAt,
      says: 'pilot of team-ai',
    },
  ],
  unknown: [{ name: 'a host, and accounts were not read', ...shows(ours), gaps: [gap], says: 'x/read' }],
});
