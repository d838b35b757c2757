import type { FoundryCompute } from '../../model/foundry';
import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

function faultsOf({ computeType, sshAdmin, hasPublicIp, idleTimeBeforeShutdown, subnetId }: FoundryCompute) {
  if (computeType === 'Cluster') return subnetId ? [] : ['subnetArmId is absent'];
  return [
    ...(sshAdmin ? ['sshSettings.adminEnabled is true'] : []),
    ...(hasPublicIp ? ['connectivityEndpoints.publicIpAddress is set'] : []),
    ...(idleTimeBeforeShutdown ? [] : ['idleTimeBeforeShutdown is absent']),
  ];
}

export default defineRule({
  id: 'foundry-workbench-and-compute-exposure',
  subject: 'foundryCompute',
  title: 'Foundry compute or workbench is open to the network, or never stops',
  severity: 'medium',
  why: 'Code of agents and people runs there beside data. An address of its own and SSH let others in, and what never stops is a standing place for them. Computes are told by a preview api-version: where a cloud does not serve it, there are none.',
  fix: {
    text: 'Put the cluster into a subnet, turn SSH off and set a time of idleness after which the rest stops.',
    cli: 'az rest --method get --url "ACCOUNT_ID/computes/NAME?api-version=2026-05-15-preview"',
    bicep: "properties: { sshSettings: { adminEnabled: false }, idleTimeBeforeShutdown: 'PT30M' }",
  },
  references: ['https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/accounts/computes'],
  controls: { mcsb: ['NS-2'], owaspAgentic2026: ['ASI05'] },
  check: (compute) => {
    const { computeType } = compute;
    if (computeType === 'Unrecognised') return notApplicable('computeType is none that is known');
    const faults = faultsOf(compute);
    return faults.length > 0 ? fail(faults.join(', ')) : pass;
  },
});
