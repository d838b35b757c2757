/** Path under which the hub's HTTP API is served, as in Azure. */
export const webhookPath = '/runtime/webhooks/durabletask';

/** The management links of an instance below an origin, as the extension hands them out. */
export function toManagementLinks(origin: string, hubName: string, id: string): Readonly<Record<string, string>> {
  const instance = `${origin}${webhookPath}/instances/${id}`;
  const suffix = toSuffix(hubName);
  return {
    id,
    statusQueryGetUri: `${instance}?${suffix}`,
    sendEventPostUri: `${instance}/raiseEvent/{eventName}?${suffix}`,
    terminatePostUri: `${instance}/terminate?reason={text}&${suffix}`,
    purgeHistoryDeleteUri: `${instance}?${suffix}`,
    restartPostUri: `${instance}/restart?${suffix}`,
    suspendPostUri: `${instance}/suspend?reason={text}&${suffix}`,
    resumePostUri: `${instance}/resume?reason={text}&${suffix}`,
  };
}

/**
 * The JSON text that a `durableClient` input carries. The library calls the API below `rpcBaseUrl` and hands out the
 * management links, with the origin of the request that it answers.
 */
export function toClientInput(origin: string, hubName: string): string {
  const base = `${origin}${webhookPath}`;
  const create = `${base}/orchestrators/{functionName}[/{instanceId}]`;
  const suffix = toSuffix(hubName);
  return JSON.stringify({
    taskHubName: hubName,
    creationUrls: {
      createNewInstancePostUri: `${create}?${suffix}`,
      createAndWaitOnNewInstancePostUri: `${create}?timeout={timeoutInSeconds}&pollingInterval={intervalInSeconds}&${suffix}`,
    },
    managementUrls: {
      ...toManagementLinks(origin, hubName, 'INSTANCEID'),
      rewindPostUri: `${base}/instances/INSTANCEID/rewind?reason={text}&${suffix}`,
    },
    baseUrl: base,
    requiredQueryStringParameters: suffix,
    rpcBaseUrl: `${base}/`,
  });
}

function toSuffix(hubName: string): string {
  return `taskHub=${encodeURIComponent(hubName)}&connection=Storage`;
}
