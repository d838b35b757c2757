import { frameworkTitles, type ControlId, type Framework, type FrameworkPage } from '../../model/controls';

type Row<F extends Framework> = readonly [id: ControlId<F>, title: string, scope?: 'process'];

interface Given<F extends Framework> {
  readonly key: F;
  readonly id: string;
  readonly version: string;
  readonly url: string;
  readonly controls: readonly Row<F>[];
  /** Control ids, separated by spaces, by the GUID of Microsoft's policy definition. */
  readonly microsoft?: Readonly<Record<string, string>>;
}

/** Declares one framework: its controls in its own order, and which of them Microsoft itself maps to policies. */
export function defineFramework<F extends Framework>({ controls, microsoft, ...given }: Given<F>): FrameworkPage {
  const mapped = Object.entries(microsoft ?? {}).map(([policy, ids]) => [policy, ids.split(' ')] as const);
  return {
    ...given,
    title: frameworkTitles[given.key],
    source: mapped.length > 0 ? 'Microsoft and ours' : 'ours',
    controls: controls.map(([id, title, scope]) => ({ id, title, scope: scope ?? 'posture' })),
    mappedByMicrosoft: Object.fromEntries(mapped),
  };
}
