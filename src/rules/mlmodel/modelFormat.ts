import type { ModelVersion } from '../../model/ml';

/** What a format can do on load: `unsafe` runs code, `review` can in part, `safe` is data or has a small surface, '' is not known. */
type Danger = 'unsafe' | 'review' | 'safe' | '';

/** By file extension, after the lists of the scanners modelscan, picklescan and fickling and the notes of the formats themselves. */
const extensions: Readonly<Record<string, Danger>> = {
  ...each('unsafe', 'pkl pickle joblib dill cloudpickle dat data pt pth bin ckpt h5 hdf5 keras py so dll whl'),
  ...each('review', 'pb npy npz nemo mar'),
  ...each('safe', 'safetensors onnx gguf tflite mlmodel engine plan'),
};

/** MLflow flavours whose files are pickles or hold code, as a flavour of their own or as `mlflow.NAME` that loads the model. */
const pickling = new Set([
  'sklearn',
  'pytorch',
  'xgboost',
  'lightgbm',
  'keras',
  'tensorflow',
  'catboost',
  'pyfunc.model',
]);
/** Flavours that may keep weights in a format that is data alone, and need not. */
const mixed = new Set(['onnx', 'transformers']);

function each(danger: Danger, words: string): Readonly<Record<string, Danger>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, danger]));
}

interface Format {
  readonly danger: Danger;
  readonly seen: string;
}

const nameOf = (flavor: string): string => flavor.toLowerCase().replace(/^mlflow\./, '');

/** The danger that flavours and the loader tell; undefined where they leave it open. */
function byFlavor({ flavors, loaderModule }: ModelVersion): Format | undefined {
  const of = (names: ReadonlySet<string>): readonly string[] => flavors.filter((flavor) => names.has(nameOf(flavor)));
  const loads = (names: ReadonlySet<string>): boolean => names.has(nameOf(loaderModule));
  if (of(pickling).length > 0) return { danger: 'unsafe', seen: `flavors are ${of(pickling).join(', ')}` };
  if (loads(pickling)) return { danger: 'unsafe', seen: `loader_module is ${loaderModule}` };
  if (of(mixed).length > 0) return { danger: 'review', seen: `flavors are ${of(mixed).join(', ')}` };
  return loads(mixed) ? { danger: 'review', seen: `loader_module is ${loaderModule}` } : undefined;
}

/** A host alone is no file. */
const extensionOf = (uri: string): string =>
  (/\.([a-z0-9]+)$/i.exec(uri.replace(/^[a-z]+:\/\/[^/]*$/i, ''))?.[1] ?? '').toLowerCase();

/** The danger of a model by the code that comes with it, the file that it names, else its flavours, with the words of the evidence. */
export function formatOf(model: ModelVersion): Format {
  const { modelUri, flavors, bundlesCode } = model;
  if (bundlesCode) return { danger: 'unsafe', seen: 'flavors.python_function.data.code is set' };
  const extension = extensionOf(modelUri);
  const byFile = extensions[extension] ?? '';
  if (byFile) return { danger: byFile, seen: `modelUri ends in .${extension}` };
  const open = `modelUri names no file of a known format, flavors are ${flavors.join(', ') || 'absent'}`;
  return byFlavor(model) ?? { danger: '', seen: open };
}
