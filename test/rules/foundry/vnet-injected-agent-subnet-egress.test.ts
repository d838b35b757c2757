import rule from '../../../src/rules/foundry/vnet-injected-agent-subnet-egress';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const id = `${safe('virtualNetwork').id}/subnets/agents`;
const [subnet] = safe('virtualNetwork').subnets;
const subnets = (changes: object) => ({ subnets: [{ ...subnet!, ...changes }] });
const used = [safe('capabilityHost', { customerSubnet: id })];
const injected = [safe('aiAccount', { networkInjections: [{ scenario: 'agent', subnetId: id, managed: false }] })];

testRule(rule, {
  pass: [{ name: 'routed and guarded', around: used }],
  fail: [
    { name: 'no route table', subject: subnets({ routeTableId: '' }), around: used, says: 'routeTable' },
    {
      name: 'no security group',
      subject: subnets({ networkSecurityGroupId: '' }),
      around: injected,
      says: 'networkSecurityGroup',
    },
  ],
  notApplicable: [
    { name: 'another subnet is used', subject: subnets({ id: '/v/subnets/other', routeTableId: '' }), around: used },
    { name: 'not delegated to agents', subject: subnets({ delegations: [], routeTableId: '' }), around: used },
  ],
});
