import type { AiSignal } from '../../model/aiSignal';
import { part, text } from '../body';
import type { Body } from '../collector';
import { readablesIn } from '../secrets/exposed';
import { hasGpu, isAiPlan, isDriver, isGraphics } from '../../model/machines';
import { commandSignals } from '../workloads/workload';

const joined = (value: unknown, ...names: readonly string[]): string =>
  names
    .map((name) => text(value, name).toLowerCase())
    .filter(Boolean)
    .join('/');

/** `storageProfile.imageReference` and `plan`: of whom, which. */
export const toImage = (storageProfile: unknown): string =>
  joined(part(storageProfile, 'imageReference'), 'publisher', 'offer', 'sku');
export const toPlan = (body: Body): string => joined(part(body, 'plan'), 'publisher', 'product');

interface Made {
  readonly vmSize: string;
  readonly image: string;
  readonly plan: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Signs of AI in what a machine is made of. A GPU for drawing is none. */
export const machineSignals = ({ vmSize, image, plan, tags }: Made): readonly AiSignal[] => [
  ...(hasGpu(vmSize) && !isGraphics(vmSize, tags)
    ? [{ signal: 'gpu', place: 'hardwareProfile.vmSize', what: vmSize } as const]
    : []),
  ...(isAiPlan(plan) ? [{ signal: 'plan', place: 'plan', what: plan } as const] : []),
  ...(isAiPlan(image) ? [{ signal: 'plan', place: 'storageProfile.imageReference', what: image } as const] : []),
];

/** Texts of an extension's public settings, the raw ones: only words of our own tables come out of them. Scripts are in base64. */
const commandsOf = (settings: unknown): string =>
  readablesIn(settings, '')
    .map(({ name, value }) => (name === 'script' ? Buffer.from(value, 'base64').toString('utf8') : value))
    .join(' ');

/** Signs of AI in an extension: a GPU driver, or a script that installs a server of models. */
export function extensionSignals(properties: unknown, place: string): readonly AiSignal[] {
  const type = text(properties, 'type');
  return [
    ...(isDriver(text(properties, 'publisher'), type)
      ? [{ signal: 'driver', place: `${place}.type`, what: type } as const]
      : []),
    ...commandSignals(`${place}.settings`, commandsOf(part(properties, 'settings'))),
  ];
}
