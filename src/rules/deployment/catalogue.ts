import type { Deployment, ModelCatalogueEntry } from '../../model/ai';
import type { Verdict, View } from '../../model/rule';

export type CatalogueView = View<'modelCatalogueEntry'>;

/** The catalogue's entry of the deployed model; undefined where the catalogue of the location does not list it. */
export const entryOf = (deployment: Deployment, view: CatalogueView): ModelCatalogueEntry | undefined =>
  view.children(deployment, 'modelCatalogueEntry')[0];

/** The verdict where the catalogue holds no such model, as it never does for fine-tuned ones. */
export const notListed = (deployment: Deployment, view: CatalogueView): Verdict =>
  view.doubt(deployment, 'model', 'the model catalogue of its location does not list this model');

/** The instant from which the deployment answers no more: that of its SKU or of the model, whichever is earlier; '' = not stated. */
export function retirementOf({ retiresAt, skuRetirements }: ModelCatalogueEntry, sku: string): string {
  const ofSku = skuRetirements.filter((one) => one.sku.toLowerCase() === sku.toLowerCase());
  const dates = [retiresAt, ...ofSku.map((one) => one.retiresAt)].filter(Boolean);
  return dates.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? '';
}

/** Days from one instant to another, negative when it is past. */
export const daysUntil = (instant: string, now: string): number => (Date.parse(instant) - Date.parse(now)) / 86_400_000;
