import type { DefenderForAiSetting } from '../../model/ai';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { oneOf } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** An account's own switch for Defender's AI plan; a setting without a state is Unrecognised, never on. */
export const toDefenderForAiSetting = (body: Body, account?: Resource): DefenderForAiSetting => ({
  ...base('defenderForAiSetting', body, account),
  state: oneOf(['Enabled', 'Disabled'], 'Unrecognised', body, 'properties', 'state'),
});

export default childCollector({
  kind: 'defenderForAiSetting',
  parents: ['aiAccount'],
  permissions: ['Microsoft.CognitiveServices/accounts/defenderForAISettings/read'],
  read: (azure, account) =>
    azure.list(
      `${account.id}/defenderForAISettings`,
      versionOf('microsoft.cognitiveservices/accounts/defenderforaisettings'),
    ),
  convert: (body, account) => ({ resource: toDefenderForAiSetting(body, account) }),
});
