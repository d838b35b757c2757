import type { AiSignal } from './aiSignal';

export type Confidence = 'confirmed' | 'likely' | 'possible' | 'none';

/** What AI use all signals of one thing together prove, in tenths, and the signals that count, strongest first. */
export interface Proof {
  readonly confidence: Confidence;
  readonly weight: number;
  readonly counted: readonly AiSignal[];
}

/** What each signal proves alone, in tenths. */
const weights: Readonly<Record<AiSignal['signal'], number>> = {
  appId: 9,
  key: 8,
  host: 7,
  image: 7,
  envWithEndpoint: 6,
  dataRole: 6,
  unknownAccount: 6,
  plan: 5,
  vendorName: 5,
  service: 5,
  envName: 3,
  serverName: 3,
  gpu: 2,
  port: 2,
  driver: 2,
  word: 1,
};

const strongestFirst = (a: AiSignal, b: AiSignal): number =>
  weights[b.signal] - weights[a.signal] || (a.place + a.what < b.place + b.what ? -1 : 1);

/** Signals that are independent: of several in one field the strongest, and of several of one sort one. */
function independent(signals: readonly AiSignal[]): readonly AiSignal[] {
  const places = new Set<string>();
  const sorts = new Set<string>();
  return [...signals].sort(strongestFirst).filter(({ place, signal }) => {
    if (places.has(place) || sorts.has(signal)) return false;
    places.add(place);
    sorts.add(signal);
    return true;
  });
}

const wordFor = (weight: number): Confidence => {
  if (weight >= 7) return 'confirmed';
  if (weight >= 4) return 'likely';
  return weight >= 2 ? 'possible' : 'none';
};

/** Adds up what the signals prove, ten tenths at most. */
export function proofOf(signals: readonly AiSignal[]): Proof {
  const counted = independent(signals);
  const weight = Math.min(
    10,
    counted.reduce((sum, { signal }) => sum + weights[signal], 0),
  );
  return { confidence: wordFor(weight), weight, counted };
}
