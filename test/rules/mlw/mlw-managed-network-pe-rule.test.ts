import rule from '../../../src/rules/mlw/mlw-managed-network-pe-rule';
import { testRule } from '../../kit/testRule';

const rules = (...types: string[]) => ({ outboundRules: types.map((type) => ({ name: type, type })) });

testRule(rule, {
  pass: [
    { name: 'one rule is a private endpoint', subject: rules('FQDN', 'PrivateEndpoint') },
    { name: 'odd casing', subject: { ...rules('privateendpoint'), isolationMode: 'allowinternetoutbound' } },
  ],
  fail: [
    { name: 'no rule at all', subject: rules(), says: 'outboundRules are of type none' },
    { name: 'other rules only', subject: rules('FQDN', 'ServiceTag'), says: 'FQDN, ServiceTag' },
    { name: 'a rule of a type nobody knows', subject: rules('') },
  ],
  notApplicable: [
    {
      name: 'no managed network, as when Azure leaves it out',
      subject: { ...rules(), isolationMode: 'Disabled' },
      says: 'isolationMode is Disabled',
    },
    { name: 'a project', subject: { ...rules(), workspaceKind: 'project' }, says: 'hub' },
  ],
});
