/** Endpoints and token audiences of one Azure cloud. */
export interface Cloud {
  readonly arm: string;
  readonly graph: string;
  readonly authority: string;
  readonly armAudience: string;
  readonly graphAudience: string;
  readonly portal: string;
}

const cloud = (arm: string, graph: string, authority: string, portal: string): Cloud => ({
  arm: `https://${arm}`,
  graph: `https://${graph}`,
  authority: `https://${authority}`,
  armAudience: `https://${arm}`,
  graphAudience: `https://${graph}`,
  portal: `https://${portal}`,
});

/**
 * The national clouds (https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure and
 * https://learn.microsoft.com/graph/deployments).
 */
export const clouds: Readonly<Record<string, Cloud>> = {
  public: cloud('management.azure.com', 'graph.microsoft.com', 'login.microsoftonline.com', 'portal.azure.com'),
  usgov: cloud('management.usgovcloudapi.net', 'graph.microsoft.us', 'login.microsoftonline.us', 'portal.azure.us'),
  china: cloud(
    'management.chinacloudapi.cn',
    'microsoftgraph.chinacloudapi.cn',
    'login.partner.microsoftonline.cn',
    'portal.azure.cn',
  ),
};
