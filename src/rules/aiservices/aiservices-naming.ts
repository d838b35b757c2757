import { defineRule } from '../defineRule';
import { notApplicable } from '../../model/rule';
import { nameVerdict } from '../namePattern';

export default defineRule({
  id: 'aiservices-naming',
  subject: 'aiAccount',
  title: 'Name of the AI account follows no pattern',
  severity: 'info',
  why: 'A name that says workload, environment and region tells whoever reads a log or a bill what it is about.',
  fix: {
    text: 'Name accounts by the pattern from the start: a name can only be given anew.',
    cli: 'az cognitiveservices account create -g RG -n NAME --kind AIServices --sku S0 --location REGION',
  },
  references: ['https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-naming'],
  controls: { mcsb: ['AM-1'] },
  check: ({ name }, { policy: { namePattern } }) =>
    namePattern ? nameVerdict(name, namePattern) : notApplicable('the policy file gives no namePattern'),
});
