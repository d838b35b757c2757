import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { retirementOfSize } from './retiredSizes';

/** Fewer days than these before a series ends are too few to move. */
const leadDays = 180;

export default defineRule({
  id: 'mlcompute-vm-series-supported',
  subject: 'compute',
  title: 'ML compute runs on hardware that Azure retires',
  severity: 'low',
  why: 'Hardware past its end gets no fixes and is switched off with what runs on it. Series that end within half a year are told as well.',
  fix: {
    text: 'Make the compute anew on a series that stays.',
    cli: 'az ml compute create -g RG -w WORKSPACE -n NAME --type AmlCompute --size SIZE',
    bicep: "properties: { properties: { vmSize: 'Standard_NC4as_T4_v3' } }",
  },
  references: ['https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retired-sizes-list'],
  controls: { mcsb: ['PV-6'] },
  check: ({ vmSize }, { takenAt }) => {
    if (!vmSize) return notApplicable('vmSize is empty');
    const retirement = retirementOfSize(vmSize);
    const days = retirement ? (Date.parse(retirement.on) - Date.parse(takenAt)) / 86_400_000 : Infinity;
    return retirement && days < leadDays
      ? fail(`vmSize is ${vmSize}: series ${retirement.series} retires on ${retirement.on}`)
      : pass;
  },
});
