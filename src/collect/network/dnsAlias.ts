import type { DnsAlias } from '../../model/safeguards';
import { base } from '../base';
import { text } from '../body';
import { surveyCollector } from '../collector';
import type { Body, Converted } from '../collector';
import { dnsQuery } from '../queries';

/** Own names of accounts, in all clouds; regional endpoints belong to nobody and go with nobody. */
const ownHost = /^[a-z0-9-]+\.(?:openai|cognitiveservices|services\.ai)\.azure\.(?:com|us|cn)$/;

/** A CNAME record; the dot at the end of a full name is left out. */
export const toDnsAlias = (body: Body): DnsAlias => ({
  ...base('dnsAlias', body),
  targetHost: text(body, 'properties', 'CNAMERecord', 'cname').toLowerCase().replace(/\.$/, ''),
});

function convert(row: Body): Converted<'dnsAlias'> | null {
  const resource = toDnsAlias(row);
  return ownHost.test(resource.targetHost) ? { resource } : null;
}

/** One query for the whole tenant: of all aliases only those that lead to Azure AI are kept. */
export default surveyCollector({
  kind: 'dnsAlias',
  permissions: ['Microsoft.Network/dnsZones/CNAME/read'],
  query: dnsQuery,
  types: ['microsoft.network/dnszones/cname'],
  convert,
});
