import type { ModelVersion } from '../../model/ml';
import type { Resource } from '../../model/resource';
import { base } from '../base';
import { entries, isTrue, part, text } from '../body';
import { boundedGaps } from '../bounded';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { urlAt } from '../url';
import { assetVersions, nameAfter } from './assetVersions';

/** One version of a model; absent `isArchived` = false (AssetBase, 2025-12-01). The query of `modelUri` may be a signature: left out. */
export function toModelVersion(body: Body, parent?: Resource): ModelVersion {
  const properties = part(body, 'properties');
  const fixed = base('modelVersion', body, parent);
  return {
    ...fixed,
    modelName: nameAfter(body, 'models'),
    version: fixed.name,
    modelType: text(properties, 'modelType'),
    modelUri: urlAt(properties, 'modelUri'),
    flavors: entries(properties, 'flavors')
      .map(([name]) => name)
      .sort(),
    loaderModule: text(properties, 'flavors', 'python_function', 'data', 'loader_module'),
    bundlesCode: text(properties, 'flavors', 'python_function', 'data', 'code') !== '',
    stage: text(properties, 'stage'),
    isArchived: isTrue(properties, 'isArchived'),
  };
}

export default childCollector({
  kind: 'modelVersion',
  parents: ['mlWorkspace', 'mlRegistry'],
  // In Azure's list of operations, versions have none of their own, and the assets of a registry share one.
  permissions: [
    'Microsoft.MachineLearningServices/workspaces/models/read',
    'Microsoft.MachineLearningServices/registries/assets/read',
  ],
  read: (azure, parent) => assetVersions(azure, parent, 'models'),
  convert: (body, parent) => ({
    resource: toModelVersion(body, parent),
    gaps: boundedGaps(body, 'modelVersion', parent),
  }),
});
