import type { Kind, KindMap } from '../model/resource';
import { fail, notApplicable, pass, type Severity, type Verdict, type View } from '../model/rule';
import type { AiSignal } from '../model/aiSignal';
import { shadowUseOf, type ShadowUse } from '../model/shadowUse';
import type { Workload } from '../model/workloadKinds';

/** What a workload's use of AI is judged by. */
export const shadowKinds = [
  ...(['aiAccount', 'searchService', 'webAppSettings', 'vmExtension'] as const),
  ...(['networkInterface', 'networkSecurityGroup', 'virtualNetwork'] as const),
] as const;

type ShadowView = View<(typeof shadowKinds)[number]>;

const words: Readonly<Partial<Record<AiSignal['signal'], string>>> = {
  envName: 'name',
  envWithEndpoint: 'name with endpoint',
  serverName: 'word',
};

/** `confirmed: host api.openai.com at template.containers[api].env[X]; gpu ...`. */
const evidenceOf = ({ proof }: ShadowUse): string =>
  `${proof.confidence}: ${proof.counted
    .slice(0, 4)
    .map(({ signal, what, place }) => `${words[signal] ?? signal} ${what} at ${place}`)
    .join('; ')}`;

const lower: Readonly<Record<string, Severity>> = { high: 'medium', medium: 'low' };

/** Severity that the rule on this kind gives; a verdict can only be lowered against it. */
const severityOf = ({ kind }: Workload): Severity =>
  kind === 'containerApp' || kind === 'containerGroup' || kind === 'webApp' ? 'high' : 'medium';

function failing(workload: Workload, use: ShadowUse): Verdict {
  const over = use.sanctioned ? `; its entry in the register ended on ${String(use.sanctioned.entry.until)}` : '';
  const severity = use.proof.confidence === 'likely' ? lower[severityOf(workload)] : undefined;
  return fail(evidenceOf(use) + over, severity ? { severity } : {});
}

/** Fails from likely on. What is likely only weighs one step less than what is confirmed; the register of the policy file clears it until its day. */
export function judgeShadow(workload: Workload, view: ShadowView): Verdict {
  const known = { all: <K extends Kind>(kind: K) => view.all(kind as never) as readonly KindMap[K][] };
  const use = shadowUseOf(workload, { known, policy: view.policy, takenAt: view.takenAt });
  if (use.proof.confidence === 'none' || use.proof.confidence === 'possible') return pass;
  return use.sanctioned?.state === 'holds'
    ? notApplicable(`in the register: ${use.sanctioned.entry.why}`)
    : failing(workload, use);
}
