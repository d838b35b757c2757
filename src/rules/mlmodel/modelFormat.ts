import type { ModelVersion } from '../../model/ml';

/** What a format can do on load: `unsafe` runs code, `review` can in part, `safe` is data or has a small surface, '' is not known. */
type Danger = 'unsafe' | 'review' | 'safe' | '';

/** By file extension, after the lists of the scanners modelscan, picklescan and fickling and the notes of the formats themselves. */
const extensions: Readonly<Record<string, Danger>> = {
  ...each('unsafe', 'pkl pickle joblib dill cloudpickle dat data pt pth bin ckpt h5 hdf5 keras py so dll whl'),
  ...each('review', 'pb npy npz'),
  ...each('safe', 'safetensors onnx gguf tflite mlmodel engine plan'),
};

/** MLflow flavours whose files are pickles or hold code. The others leave it open. */
const picklingFlavors = new Set(['sklearn', 'pytorch', 'xgboost', 'lightgbm', 'keras', 'tensorflow', 'catboost']);

function each(danger: Danger, words: string): Readonly<Record<string, Danger>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, danger]));
}

/** The danger of a model by the file that it names, else by its flavours, with the words of the evidence. */
export function formatOf({ modelUri, flavors }: ModelVersion): { readonly danger: Danger; readonly seen: string } {
  const extension = /\.([a-z0-9]+)$/i.exec(modelUri.replace(/^[a-z]+:\/\/[^/]*$/i, ''))?.[1]?.toLowerCase() ?? '';
  const byFile = extensions[extension] ?? '';
  if (byFile) return { danger: byFile, seen: `modelUri ends in .${extension}` };
  const pickling = flavors.filter((flavor) => picklingFlavors.has(flavor.toLowerCase()));
  return pickling.length > 0
    ? { danger: 'unsafe', seen: `flavors are ${pickling.join(', ')}` }
    : { danger: '', seen: `modelUri names no file of a known format, flavors are ${flavors.join(', ') || 'absent'}` };
}
