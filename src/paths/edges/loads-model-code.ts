import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen } from '../defineEdge';
import { runsOn, taintsModel } from '../states';
import type { Tenant } from '../tenant';

const carriesCode = /^(custom_model|mlflow_model|triton_model|pickle)$/i;
const safeFile = /\.(safetensors|onnx|gguf)$/i;

/** The registered model that a deployment names, by name and version. */
function modelOf(one: KindMap['onlineDeployment'], tenant: Tenant<'modelVersion'>) {
  const [, name = '', version = ''] = /\/models\/([^/]+)\/versions\/([^/]+)$/.exec(one.model) ?? [];
  return tenant
    .all('modelVersion')
    .find((held) => held.modelName.toLowerCase() === name && held.version.toLowerCase() === version);
}

export default defineEdge({
  kind: 'loads-model-code',
  reads: ['onlineDeployment', 'onlineEndpoint', 'modelVersion'],
  atlas: ['AML.T0011.000', 'AML.T0018.002'],
  cost: 20,
  certainty: 'likely',
  fix: 'Serve the model in a format that loads no code.',
  draw: (tenant) =>
    tenant.all('onlineDeployment').flatMap((one) => {
      const model = modelOf(one, tenant);
      if (!model || !one.parentId || !carriesCode.test(model.modelType) || safeFile.test(model.modelUri)) return [];
      const endpoint = one.parentId;
      return [
        {
          from: [taintsModel(endpoint)],
          to: runsOn(endpoint),
          closedBy: [closes('safe-format', model.id)],
          tell: () => ({
            says: `Loading the model runs code on ${tenant.nameOf(endpoint)}.`,
            evidence: [seen(model, 'modelType', model.modelType), seen(one, 'model', one.model)],
          }),
        },
      ];
    }),
});
