interface Retirement {
  readonly series: string;
  /** Sizes of the series, `Standard_` and a suffix such as `_Promo` left out. */
  readonly sizes: RegExp;
  /** Day from which Azure stops them, ISO 8601. */
  readonly on: string;
}

/**
 * Series that Azure retired or said it will, from "Retired Azure VM size series" (page of June 2025, with its announcements to April
 * 2026) and, for the four of 2023, their migration pages. What is not listed here is not known to retire.
 */
const retirements: readonly Retirement[] = [
  { series: 'NC', sizes: /^NC(6|12|24)r?$/i, on: '2023-09-06' },
  { series: 'NCv2', sizes: /^NC\d+r?s_v2$/i, on: '2023-09-06' },
  { series: 'ND', sizes: /^ND\d+r?s$/i, on: '2023-09-06' },
  { series: 'NV', sizes: /^NV(6|12|24)$/i, on: '2023-09-06' },
  { series: 'NCv3', sizes: /^NC\d+r?s_v3$/i, on: '2025-09-30' },
  { series: 'NVv3', sizes: /^NV\d+s_v3$/i, on: '2026-09-30' },
  { series: 'NVv4', sizes: /^NV\d+as_v4$/i, on: '2026-09-30' },
  { series: 'Mv2 of 192 cores', sizes: /^M192i(d?m?)s_v2$/i, on: '2027-03-31' },
  { series: 'D, Ds, Dv2 and Dsv2', sizes: /^DS?\d+(-\d+)?(_v2)?$/i, on: '2028-05-01' },
  { series: 'Ls', sizes: /^L\d+s$/i, on: '2028-05-01' },
  { series: 'Lsv2', sizes: /^L\d+s_v2$/i, on: '2028-11-15' },
  { series: 'Av2', sizes: /^A\d+m?_v2$/i, on: '2028-11-15' },
  { series: 'B', sizes: /^B\d+(ls|ms|s)$/i, on: '2028-11-15' },
  { series: 'F, Fs and Fsv2', sizes: /^F\d+(s|s_v2)?$/i, on: '2028-11-15' },
  { series: 'G and Gs', sizes: /^GS?\d+(-\d+)?$/i, on: '2028-11-15' },
];

/** When Azure retires the series of a VM size; undefined where it has not said so. */
export function retirementOfSize(vmSize: string): Retirement | undefined {
  const size = vmSize.replace(/^(Standard|Basic)_/i, '').replace(/_Promo$/i, '');
  return retirements.find(({ sizes }) => sizes.test(size));
}
