import type { ConsentedApp } from '../../model/consent';
import type { Gap } from '../../model/snapshot';
import { attempt } from '../attempt';
import type { Body } from '../collector';
import { toGap } from '../gaps';
import type { GraphReader } from '../graphClient';
import { toConsentedApp, withConsent } from './consentedApp';

const appsRight = 'Microsoft Graph Application.Read.All';
const grantsRight = 'Microsoft Graph Directory.Read.All';
const selected =
  'id,appId,displayName,verifiedPublisher,homepage,replyUrls,appOwnerOrganizationId,servicePrincipalType,accountEnabled';

/** Applications of AI vendors that people or administrators of the tenant consented to. */
export interface Consents {
  readonly apps: readonly ConsentedApp[];
  readonly gaps: readonly Gap[];
}

async function all(rows: AsyncGenerator<Body>): Promise<readonly Body[]> {
  const found: Body[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

async function vendorsIn(graph: GraphReader, ownTenants: ReadonlySet<string>): Promise<Consents> {
  const found: ConsentedApp[] = [];
  const tried = await attempt(async () => {
    for await (const body of graph.list(`/servicePrincipals?$select=${selected}&$top=999`)) {
      const app = toConsentedApp(body, ownTenants);
      if (app) found.push(app);
    }
  });
  const whole = { kind: 'consentedApp', scope: '/', permission: appsRight } as const;
  return { apps: found, gaps: tried.ok ? [] : [toGap(tried.error, whole)] };
}

/** The application with what was consented; where one of the two lists stays unread, that is a gap on its scopes. */
async function consented(graph: GraphReader, app: ConsentedApp): Promise<Consents> {
  const place = `/servicePrincipals/${app.id.replace(/^.*\//, '')}`;
  const tried = await attempt(() =>
    Promise.all([
      all(graph.list(`${place}/oauth2PermissionGrants?$top=999`)),
      all(graph.list(`${place}/appRoleAssignments?$top=999`)),
    ]),
  );
  if (tried.ok) return { apps: [withConsent(app, ...tried.value)], gaps: [] };
  const gap = toGap(tried.error, { kind: 'consentedApp', scope: app.id, permission: grantsRight });
  return { apps: [app], gaps: [{ ...gap, property: 'scopes' }] };
}

/**
 * Service principals of other organisations that show an AI vendor, with their consents. `ownTenants`: lower-cased tenant ids whose applications
 * are our own. Never rejects for what Microsoft Graph says. Rights: Application.Read.All, and Directory.Read.All for the consents.
 */
export async function collectConsentedApps(graph: GraphReader, ownTenants: ReadonlySet<string>): Promise<Consents> {
  const { apps, gaps } = await vendorsIn(graph, ownTenants);
  const read = await Promise.all(apps.map((app) => consented(graph, app)));
  return { apps: read.flatMap((one) => one.apps), gaps: [...gaps, ...read.flatMap((one) => one.gaps)] };
}
