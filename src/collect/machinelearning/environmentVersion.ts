import { createHash } from 'node:crypto';
import type { EnvironmentVersion } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { base } from '../base';
import { at, isTrue, part } from '../body';
import { boundedGaps } from '../bounded';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { exposedIn, exposedSecrets, readablesIn } from '../secrets/exposed';
import { urlAt } from '../url';
import { assetVersions, nameAfter } from './assetVersions';
import { condaChannels } from './condaChannels';
import { pythonPackages } from './pythonPackages';

const digest = (content: string): string => (content ? createHash('sha256').update(content).digest('hex') : '');

/**
 * One version of an environment. The conda file may name packages by URLs with tokens: its SHA-256, its channels and the packages stay, the file
 * does not. Absent `isArchived` = false (AssetBase, 2025-12-01).
 */
export function toEnvironmentVersion(body: Body, parent?: Resource): EnvironmentVersion {
  const properties = part(body, 'properties');
  const given = at(properties, 'condaFile');
  const condaFile = typeof given === 'string' ? given : '';
  const fixed = base('environmentVersion', body, parent);
  const shown = ['condaFile', 'image', 'build'].flatMap((name) => readablesIn(at(properties, name), name));
  return {
    ...fixed,
    ...exposedSecrets([...(fixed.exposedSecrets ?? []), ...exposedIn(shown, true)]),
    environmentName: nameAfter(body, 'environments'),
    version: fixed.name,
    image: urlAt(properties, 'image'),
    condaDigest: digest(condaFile),
    condaChannels: condaChannels(condaFile),
    ...pythonPackages(condaFile),
    isArchived: isTrue(properties, 'isArchived'),
  };
}

export default childCollector({
  kind: 'environmentVersion',
  parents: ['mlWorkspace', 'mlRegistry'],
  // In Azure's list of operations, versions have none of their own, and the assets of a registry share one.
  permissions: [
    'Microsoft.MachineLearningServices/workspaces/environments/read',
    'Microsoft.MachineLearningServices/registries/assets/read',
  ],
  read: (azure, parent) => assetVersions(azure, parent, 'environments'),
  convert: (body, parent) => ({
    resource: toEnvironmentVersion(body, parent),
    gaps: boundedGaps(body, 'environmentVersion', parent),
  }),
});
