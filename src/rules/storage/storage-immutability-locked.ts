import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'storage-immutability-locked',
  subject: 'blobContainer',
  title: 'Policy that should keep data of the models unchanged can be taken away',
  severity: 'low',
  why: 'An unlocked policy holds until someone with rights on the account removes it: it stops mistakes, not an attacker.',
  fix: {
    text: 'Lock the policy once its period is right. A locked one can only be made longer.',
    cli: 'az storage container immutability-policy lock --account-name NAME -c CONTAINER --if-match ETAG',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/immutable-time-based-retention-policy-overview'],
  controls: { mcsb: ['BR-2'], owaspLlm2025: ['LLM04'], owaspLlm2026: ['LLM05'], atlas: ['AML.T0020'] },
  check: (container, view) => {
    if (container.immutability === 'None') return notApplicable('hasImmutabilityPolicy is false');
    if (container.immutability === 'Unrecognised')
      return view.doubt(container, 'immutability', 'the policy is there and its state is not stated');
    return container.immutability === 'Locked' ? pass : fail('immutabilityPolicy.state is Unlocked');
  },
});
