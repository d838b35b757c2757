import rule from '../../../src/rules/mlmodel/mlenvironment-untrusted-image';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const image = (given: string) => ({ subject: { image: given } });
const list = { policy: { allowedImageRegistries: ['halden.azurecr.io', '.halden.example'] } };
const registry = safe('containerRegistry');
const around = [safe('mlWorkspace', { containerRegistryId: registry.id }), registry];
const channels = { policy: { allowedCondaChannels: ['conda-forge'] } };
const gap = {
  kind: 'containerRegistry',
  scope: registry.id,
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'an image of Microsoft, with a tag' },
    { name: 'a digest', ...image('mcr.microsoft.com/base@sha256:abc') },
    { name: 'a private registry, no list', ...image('other.azurecr.io/base:1') },
    { name: 'a registry on the list, in odd casing', ...image('HALDEN.azurecr.io/base:1'), ...list },
    {
      name: 'a host below one on the list',
      ...image('hub.halden.example:5000/base:1'),
      policy: { allowedImageRegistries: ['hub.halden.example:5000'] },
    },
    { name: 'the registry of the workspace', ...image('acr.azurecr.io/base:1'), ...list, around },
    { name: 'channels, no list', subject: { condaDigest: 'd', condaChannels: ['anyone'] } },
    { name: 'a channel on the list', subject: { condaDigest: 'd', condaChannels: ['Conda-Forge'] }, ...channels },
  ],
  fail: [
    { name: 'the tag latest', ...image('mcr.microsoft.com/base:latest'), says: 'no fixed tag' },
    { name: 'no tag', ...image('mcr.microsoft.com/base'), says: 'no fixed tag' },
    { name: 'Docker Hub by default', ...image('python:3.12'), says: 'image is of docker.io' },
    { name: 'Docker Hub, with its owner', ...image('someone/base:1'), says: 'docker.io' },
    { name: 'a port is no tag', ...image('quay.io:443/base'), says: 'no fixed tag' },
    {
      name: 'a registry that is not on the list',
      ...image('other.azurecr.io/base:1'),
      ...list,
      around,
      says: 'other.azurecr.io',
    },
    {
      name: 'a channel that is not on the list',
      subject: { condaDigest: 'd', condaChannels: ['anyone'] },
      ...channels,
      says: 'channels anyone',
    },
  ],
  notApplicable: [
    { name: 'an archived version', subject: { image: 'python', isArchived: true }, says: 'isArchived' },
    { name: 'built from a context', subject: { image: '' }, says: 'image and condaFile are empty' },
  ],
  unknown: [
    {
      name: 'the registry of the workspace was not read',
      ...image('acr.azurecr.io/base:1'),
      ...list,
      around: around.slice(0, 1),
      gaps: [gap],
      says: 'x/read',
    },
  ],
});
