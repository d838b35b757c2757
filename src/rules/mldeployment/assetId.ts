/** The registry and the model that an asset id of a registry names, lower-case; undefined for other models. */
export function registryModel(assetId: string): { readonly registry: string; readonly model: string } | undefined {
  const [, registry, model] =
    /(?:^azureml:\/\/|\/)registries\/([^/]+)\/models\/([^/]+)/.exec(assetId.toLowerCase()) ?? [];
  return registry && model ? { registry, model } : undefined;
}

/** Whether `listed` names the asset: its whole id, or its id without version or label. */
export function namesAsset(listed: string, assetId: string): boolean {
  const [wanted, seen] = [listed.toLowerCase(), assetId.toLowerCase()];
  return seen === wanted || seen.startsWith(`${wanted}/versions/`) || seen.startsWith(`${wanted}/labels/`);
}
