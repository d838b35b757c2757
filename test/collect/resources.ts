/** What every resource has; tests of routing and waves look at nothing else. */
export const defaultBase = { name: '', subscriptionId: '', resourceGroup: '', location: '', tags: {} };
