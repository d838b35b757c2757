import type { Blocklist } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { text, whole } from '../body';
import { first } from '../bounded';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';

/** Azure allows 10,000 terms a list; whether there are none, few or many is all that a rule asks. */
const most = 1_000;

async function countItems(azure: AzureReader, blocklist: Body): Promise<number> {
  const type = 'microsoft.cognitiveservices/accounts/raiblocklists/raiblocklistitems';
  const items = azure.list(`${text(blocklist, 'id')}/raiBlocklistItems`, versionOf(type));
  return (await first(items, most)).rows.length;
}

async function* read(azure: AzureReader, account: Resource): AsyncGenerator<Body> {
  const lists = azure.list(
    `${account.id}/raiBlocklists`,
    versionOf('microsoft.cognitiveservices/accounts/raiblocklists'),
  );
  for await (const blocklist of lists) {
    yield { ...blocklist, itemCount: await countItems(azure, blocklist) };
  }
}

/** A blocklist. `itemCount` is counted by the read, up to 1,000; the patterns themselves are dropped there. */
export const toBlocklist = (body: Body, account?: Resource): Blocklist => ({
  ...base('blocklist', body, account),
  itemCount: whole(body, 'itemCount'),
});

export default childCollector({
  kind: 'blocklist',
  parents: ['aiAccount'],
  permissions: [
    'Microsoft.CognitiveServices/accounts/raiBlocklists/read',
    'Microsoft.CognitiveServices/accounts/raiBlocklists/raiBlocklistItems/read',
  ],
  read,
  convert: (body, account) => ({ resource: toBlocklist(body, account) }),
});
