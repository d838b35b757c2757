import type { ArmBody } from '../tenant';
import type { Overrides } from './body';
import { childOf, merged, systemData } from './body';

/** data/{name} of a workspace or registry with its versions, oldest first; each is an upload below a digest unless told otherwise. */
export function dataVersions(owner: ArmBody, name: string, versions: readonly Overrides[] = [{}]): ArmBody[] {
  const child = childOf(owner, 'data', name);
  const shared = { description: null, tags: {}, properties: {}, isArchived: false, dataType: 'uri_file' };
  const latest = { latestVersion: String(versions.length), nextVersion: String(versions.length + 1) };
  const parent = { ...child, systemData: systemData(child.id), properties: { ...shared, ...latest } };
  const bodies = versions.map((over, at) => {
    const version = childOf(parent, 'versions', String(at + 1));
    const digest = `${at}`.padStart(32, '0');
    const dataUri = `azureml://subscriptions/${owner.id.split('/')[2] ?? ''}/resourcegroups/rg/workspaces/ws/datastores/workspaceblobstore/paths/LocalUpload/${digest}/${name}.jsonl`;
    const properties = { ...shared, isAnonymous: false, dataUri };
    return merged({ ...version, systemData: systemData(version.id), properties }, over);
  });
  return [parent, ...bodies];
}

/** managementPolicies/default of a storage account: one rule that deletes blobs a year after their last change. */
export function lifecyclePolicy(account: ArmBody, prefixMatch?: readonly string[]): ArmBody {
  const child = childOf(account, 'managementPolicies', 'default');
  const filters = { blobTypes: ['blockBlob'], ...(prefixMatch ? { prefixMatch } : {}) };
  const actions = { baseBlob: { delete: { daysAfterModificationGreaterThan: 365 } } };
  const rule = { enabled: true, name: 'expire', type: 'Lifecycle', definition: { filters, actions } };
  const properties = { lastModifiedTime: '2026-03-02T09:00:00.0000000Z', policy: { rules: [rule] } };
  return { ...child, name: 'DefaultManagementPolicy', properties };
}

/** localUsers/{name} of a storage account. */
export function localUser(account: ArmBody, name: string, permissions: string, container: string): ArmBody {
  const properties = {
    permissionScopes: [{ permissions, service: 'blob', resourceName: container }],
    homeDirectory: container,
    sid: 'S-1-2-0-125132-153423-36235-1000',
    hasSharedKey: false,
    hasSshKey: true,
    hasSshPassword: false,
  };
  return { ...childOf(account, 'localUsers', name), properties };
}
