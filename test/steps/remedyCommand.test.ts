import { commandFor } from '../../src/steps/remedyCommand';

const account = '/subscriptions/s/resourcegroups/rg/providers/microsoft.cognitiveservices/accounts/a';

test.each([
  ['az resource update --ids RESOURCE_ID --set x=1', account, `az resource update --ids '${account}' --set x=1`],
  ['az tag update --resource-id ACCOUNT_ID', `${account}/deployments/d`, `az tag update --resource-id '${account}'`],
  [
    'az rest --url "ACCOUNT_ID/raiPolicies/P?api-version=1"',
    `${account}/deployments/d`,
    `az rest --url "${account}/raiPolicies/P?api-version=1"`,
  ],
  ['az ml update --ids WORKSPACE_ID', account, 'az ml update --ids WORKSPACE_ID'],
  ['az x -g RG --subnet SUBNET_ID --ip RANGE', account, 'az x -g RG --subnet SUBNET_ID --ip RANGE'],
  ['az resource update --ids RESOURCE_ID', `${account}'; rm -rf /; '`, 'az resource update --ids RESOURCE_ID'],
  ['az resource update --ids RESOURCE_ID', `${account}$(x)`, 'az resource update --ids RESOURCE_ID'],
  ['az role assignment delete --ids ASSIGNMENT_ID', account, 'az role assignment delete --ids ASSIGNMENT_ID'],
])('%s on %s', (cli, on, told) => expect(commandFor(cli, on)).toEqual([told]));

test('no command, no line', () => expect(commandFor('', account)).toEqual([]));
