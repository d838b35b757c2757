import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type View } from '../../model/rule';
import type { EnvironmentVersion } from '../../model/ml';
import { isListed } from '../hostList';
import { imageSource } from './imageSource';

/** Registries to which anyone may push. */
const open = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'ghcr.io', 'quay.io']);

const ownRegistry = (environment: EnvironmentVersion, view: View<'mlWorkspace' | 'containerRegistry'>): string => {
  const workspace = view.byId('mlWorkspace', environment.parentId ?? '');
  if (!workspace?.containerRegistryId) return '';
  return view.byId('containerRegistry', workspace.containerRegistryId)?.loginServer.toLowerCase() ?? '';
};

/** What is wrong with the host of the image; with no list in the policy file, only registries open to all are. */
function hostFault(environment: EnvironmentVersion, view: View<'mlWorkspace' | 'containerRegistry'>): string {
  const { allowedImageRegistries: allowed } = view.policy;
  const { host } = imageSource(environment.image);
  if (host === 'mcr.microsoft.com' || isListed(host, allowed)) return '';
  if (allowed.length === 0) return open.has(host) ? `image is of ${host}` : '';
  return host === ownRegistry(environment, view) ? '' : `image is of ${host}`;
}

function faults(environment: EnvironmentVersion, view: View<'mlWorkspace' | 'containerRegistry'>): readonly string[] {
  const { image, condaChannels } = environment;
  const allowed = view.policy.allowedCondaChannels.map((channel) => channel.toLowerCase());
  const foreign = allowed.length ? condaChannels.filter((channel) => !allowed.includes(channel.toLowerCase())) : [];
  const floating = image && imageSource(image).floating ? 'image has no fixed tag' : '';
  const channels = foreign.length ? `condaFile names channels ${foreign.join(', ')}` : '';
  return [floating, channels, image ? hostFault(environment, view) : ''].filter(Boolean);
}

export default defineRule({
  id: 'mlenvironment-untrusted-image',
  subject: 'environmentVersion',
  needs: ['mlWorkspace', 'containerRegistry'],
  title: 'Environment is built from an image or channel that nobody vouches for',
  severity: 'medium',
  why: 'Training and inference run what the image holds. Images of Microsoft, of the registry of the workspace and of allowedImageRegistries are trusted; without that list, only registries to which anyone may push are told. Channels are judged once allowedCondaChannels is given.',
  fix: {
    text: 'Build on an image of a registry of your own, named by a fixed tag or digest.',
    cli: 'az ml environment create -g RG -w WORKSPACE --file environment.yml',
    bicep: "properties: { image: 'REGISTRY.azurecr.io/base@sha256:DIGEST' }",
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/concept-vulnerability-management',
    'https://learn.microsoft.com/azure/machine-learning/how-to-manage-environments-v2',
  ],
  controls: {
    mcsb: ['DS-2'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.001', 'AML.T0010.004'],
  },
  check: (environment, view) => {
    if (environment.isArchived) return notApplicable('isArchived is true');
    if (!environment.image && !environment.condaDigest) return notApplicable('image and condaFile are empty');
    const found = faults(environment, view);
    return found.length ? fail(found.join(', ')) : pass;
  },
});
