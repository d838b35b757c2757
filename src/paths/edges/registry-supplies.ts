import { closes, defineEdge, seen } from '../defineEdge';
import { can, taintsModel } from '../states';

/** `azureml://registries/NAME/models/M/labels/latest`, or without a version at all. */
const registryOf = (model: string): string => /^azureml:\/\/registries\/([^/]+)\//.exec(model)?.[1] ?? '';
const isPinned = (model: string): boolean => /\/versions\/[^/]+$/.test(model);

export default defineEdge({
  kind: 'registry-supplies',
  reads: ['mlRegistry', 'onlineEndpoint', 'onlineDeployment'],
  atlas: ['AML.T0010.003', 'AML.T0058'],
  cost: 223,
  certainty: 'likely',
  fix: 'Pin the version of the model, and let few publish.',
  draw: (tenant) =>
    tenant.all('onlineDeployment').flatMap((one) => {
      const name = registryOf(one.model);
      const registry = tenant.all('mlRegistry').find((held) => held.name.toLowerCase() === name);
      if (!registry || isPinned(one.model) || !one.parentId) return [];
      return [
        {
          from: [can('ml.assets', registry.id)],
          to: taintsModel(one.parentId),
          closedBy: [closes('pin-model', one.id)],
          tell: () => ({
            says: `Publishes a model to ${registry.name}, which ${tenant.nameOf(one.parentId ?? '')} loads unpinned.`,
            evidence: [seen(one, 'model', one.model)],
          }),
        },
      ];
    }),
});
