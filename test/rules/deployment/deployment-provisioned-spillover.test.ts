import rule from '../../../src/rules/deployment/deployment-provisioned-spillover';
import { testRule } from '../../kit/testRule';

const sku = 'GlobalProvisionedManaged';

testRule(rule, {
  pass: [{ name: 'a spillover', subject: { sku, spilloverDeploymentName: 'std' } }],
  fail: [{ name: 'none', subject: { sku }, says: 'spilloverDeploymentName is not set' }],
  notApplicable: [{ name: 'not provisioned' }],
});
