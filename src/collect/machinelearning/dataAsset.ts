import type { Resource } from '../../model/resource';
import type { DataAsset } from '../../model/trainingData';
import { base } from '../base';
import { at, isTrue, list, part, word } from '../body';
import { boundedGaps } from '../bounded';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { plainUrl } from '../url';
import { assetVersions, nameAfter } from './assetVersions';

const dataTypes = ['uri_file', 'uri_folder', 'mltable'];

const ofSpark = /^(?:wasbs?|abfss?):\/\/([^@/]+)@([^/]+)\/?(.*)$/is;

/** A path without query. Spark writes the container where a URL has its user: it becomes the first segment, so that it is kept. */
const toPath = (given: unknown): readonly string[] =>
  typeof given === 'string' && given !== '' ? [plainUrl(given.trim().replace(ofSpark, 'https://$2/$1/$3'))] : [];

/** One version of a data asset; absent `isArchived` = false (AssetBase, 2025-12-01). Queries of its paths may be signatures: left out. */
export function toDataAsset(body: Body, parent?: Resource): DataAsset {
  const properties = part(body, 'properties');
  const fixed = base('dataAsset', body, parent);
  return {
    ...fixed,
    assetName: nameAfter(body, 'data'),
    version: fixed.name,
    dataType: word(dataTypes, '', properties, 'dataType'),
    path: toPath(at(properties, 'dataUri'))[0] ?? '',
    referencedPaths: list(properties, 'referencedUris').flatMap(toPath).sort(),
    isArchived: isTrue(properties, 'isArchived'),
  };
}

export default childCollector({
  kind: 'dataAsset',
  parents: ['mlWorkspace', 'mlRegistry'],
  permissions: [
    'Microsoft.MachineLearningServices/workspaces/data/read',
    'Microsoft.MachineLearningServices/registries/assets/read',
  ],
  read: (azure, parent) => assetVersions(azure, parent, 'data'),
  convert: (body, parent) => ({
    resource: toDataAsset(body, parent),
    gaps: boundedGaps(body, 'dataAsset', parent),
  }),
});
