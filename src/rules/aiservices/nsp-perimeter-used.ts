import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'nsp-perimeter-used',
  subject: 'aiAccount',
  needs: ['perimeterAssociation'],
  title: 'No network security perimeter guards the AI account',
  severity: 'low',
  why: 'An enforced perimeter keeps data of models, search, storage and vaults inside one boundary, outbound too.',
  fix: {
    text: 'Associate the account with a perimeter, watch its logs in transition mode, then enforce.',
    cli: 'az network perimeter association create --perimeter-name NSP -g RG -n NAME --access-mode Enforced --private-link-resource id=ACCOUNT_ID --profile id=PROFILE_ID',
  },
  references: ['https://learn.microsoft.com/azure/private-link/network-security-perimeter-concepts'],
  controls: { mcsb: ['NS-2'], atlas: ['AML.T0025'], cis6: ['7.16'] },
  check: (account, view) => {
    const modes = view.children(account, 'perimeterAssociation').map((association) => association.accessMode);
    if (modes.some((mode) => mode.toLowerCase() === 'enforced')) return pass;
    return fail(
      modes.length ? `accessMode is ${modes.join(', ')}` : 'networkSecurityPerimeterConfigurations are empty',
    );
  },
});
