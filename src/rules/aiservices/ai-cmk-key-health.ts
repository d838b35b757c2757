import { oncePer } from '../../model/oncePer';
import type { VaultKey } from '../../model/safeguards';
import type { KeyVault } from '../../model/surroundings';
import { fail, notApplicable, pass, type Verdict } from '../../model/rule';
import { defineRule } from '../defineRule';

const hostOf = (uri: string): string => /^https?:\/\/([^/:]+)/i.exec(uri)?.[1]?.toLowerCase() ?? '';

/** The first vault that answers at each host. */
const vaultsByHost = oncePer(
  (vaults: readonly KeyVault[]) => new Map(vaults.toReversed().map((vault) => [hostOf(vault.vaultUri), vault])),
);

const letsIn = ({ network }: KeyVault): boolean =>
  (network.publicNetworkAccess !== 'Disabled' && network.defaultAction === 'Allow') ||
  network.bypass.some((one) => one.toLowerCase() === 'azureservices');

/** Fewer days leave no time to renew a key in. */
const leadDays = 30;

function keyVerdict({ isEnabled, expiresAt }: VaultKey, now: string): Verdict {
  if (!isEnabled) return fail('attributes.enabled of the key is false', { severity: 'high' });
  const days = expiresAt ? (Date.parse(expiresAt) - Date.parse(now)) / 86_400_000 : Infinity;
  return days <= leadDays ? fail(`attributes.exp of the key is ${expiresAt.slice(0, 10)}`) : pass;
}

export default defineRule({
  id: 'ai-cmk-key-health',
  subject: 'aiAccount',
  needs: ['keyVault', 'vaultKey'],
  title: 'Customer-managed key of the AI account is about to fail it',
  severity: 'medium',
  why: 'When the key is disabled, expired or out of reach, the account stops; pinned to one version, a rotation never reaches it.',
  fix: {
    text: 'Leave keyVersion empty, renew the key, and let trusted services through the firewall of the vault.',
    cli: 'az keyvault update -g RG -n VAULT --bypass AzureServices',
    bicep: "encryption: { keySource: 'Microsoft.KeyVault', keyVaultProperties: { keyVaultUri: VAULT, keyName: KEY } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/encryption/cognitive-services-encryption-keys-portal'],
  controls: { mcsb: ['DP-6'] },
  check: (account, view) => {
    const { customerManagedKey, keyVersionPinned, keyVaultUri = '', keyName = '' } = account;
    if (!customerManagedKey) return notApplicable('encryption.keyVaultProperties is not set');
    if (keyVersionPinned) return fail('keyVaultProperties.keyVersion is set');
    const vault = vaultsByHost(view.all('keyVault')).get(hostOf(keyVaultUri));
    if (!vault) return view.doubt(account, 'keyVaultUri', 'the vault is not among those that were read');
    if (!letsIn(vault)) return fail('networkAcls.bypass of the vault lacks AzureServices');
    const key = view.children(vault, 'vaultKey').find(({ name }) => name.toLowerCase() === keyName.toLowerCase());
    return key ? keyVerdict(key, view.takenAt) : view.doubt(account, 'keyName', 'the vault does not list this key');
  },
});
