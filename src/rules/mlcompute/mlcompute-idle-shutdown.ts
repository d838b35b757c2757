import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isInstance } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-idle-shutdown',
  subject: 'compute',
  title: 'Notebook instance never stops by itself',
  severity: 'low',
  why: 'An instance left running keeps tokens and data within reach of whoever gets in, day and night, and is paid for.',
  fix: {
    text: 'Set a time of idleness after which the instance stops.',
    cli: 'az ml compute update -g RG -w WORKSPACE -n NAME --set idle_time_before_shutdown_minutes=60',
    bicep: "properties: { properties: { idleTimeBeforeShutdown: 'PT1H' } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-create-compute-instance'],
  controls: { mcsb: ['AM-2'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'] },
  defender: {
    assessments: [],
    policies: ['679ddf89-ab8f-48a5-9029-e76054077449'],
    names: ['Azure Machine Learning Compute Instance should have idle shutdown.'],
    offByDefault: true,
  },
  check: (compute) => {
    if (!isInstance(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    return compute.idleTimeBeforeShutdown ? pass : fail('idleTimeBeforeShutdown is absent');
  },
});
