import type { BotService } from '../../model/surroundings';
import { base } from '../base';
import { isTrue, part, text, texts } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { publicNetworkAccess, toConnections } from '../network';
import { resourcesQuery } from '../queries';
import { hostAt, schemeAt } from '../url';

/** A bot. `luisKey`, `developerAppInsightsApiKey` and `parameters` hold secrets and are left out. */
export function toBotService(body: Body): BotService {
  const properties = part(body, 'properties');
  return {
    ...base('botService', body),
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    localAuthDisabled: isTrue(properties, 'disableLocalAuth'),
    cmkEnabled: isTrue(properties, 'isCmekEnabled'),
    msaAppType: text(properties, 'msaAppType'),
    endpointScheme: schemeAt(properties, 'endpoint'),
    endpointHost: hostAt(properties, 'endpoint'),
    enabledChannels: texts(properties, 'enabledChannels'),
    privateEndpointConnections: toConnections(properties),
  };
}

export default surveyCollector({
  kind: 'botService',
  permissions: ['Microsoft.BotService/botServices/read'],
  query: resourcesQuery,
  types: ['microsoft.botservice/botservices'],
  convert: (row) => ({ resource: toBotService(row) }),
});
