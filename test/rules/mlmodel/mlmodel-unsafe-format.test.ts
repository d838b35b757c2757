import rule from '../../../src/rules/mlmodel/mlmodel-unsafe-format';
import { testRule } from '../../kit/testRule';

const folder = 'azureml://jobs/j/outputs/artifacts/paths/model/';
const model = (modelUri: string, ...flavors: string[]) => ({ subject: { modelUri, flavors } });

testRule(rule, {
  pass: [
    { name: 'safetensors' },
    { name: 'ONNX, in odd casing', ...model(`${folder}m.ONNX`) },
    { name: 'a safe file, whatever the flavour', ...model(`${folder}m.safetensors`, 'pytorch') },
  ],
  fail: [
    { name: 'a pickle', ...model(`${folder}m.PKL`), says: 'modelUri ends in .pkl' },
    { name: 'weights of PyTorch', ...model('https://st.blob.core.windows.net/data/m.pt'), says: '.pt' },
    { name: 'Keras', ...model(`${folder}m.h5`) },
    { name: 'a flavour that pickles', ...model(folder, 'python_function', 'sklearn'), says: 'flavors are sklearn' },
    {
      name: 'a loader that unpickles',
      subject: { modelUri: folder, flavors: ['python_function'], loaderModule: 'mlflow.pyfunc.model' },
      says: 'loader_module is mlflow.pyfunc.model',
    },
    {
      name: 'code that comes with it, whatever the file',
      subject: { modelUri: `${folder}m.safetensors`, bundlesCode: true },
      says: 'data.code is set',
    },
    { name: 'weights that may be safetensors', ...model(folder, 'transformers'), severity: 'low' },
    {
      name: 'ONNX by its loader',
      subject: { modelUri: folder, flavors: [], loaderModule: 'mlflow.onnx' },
      severity: 'low',
    },
    { name: 'an archive that holds pickles', ...model(`${folder}m.mar`), severity: 'low' },
    { name: 'a graph of TensorFlow', ...model(`${folder}m.pb`), says: '.pb', severity: 'low' },
  ],
  notApplicable: [
    { name: 'an archived version', subject: { modelUri: 'm.pkl', isArchived: true }, says: 'isArchived' },
  ],
  unknown: [
    { name: 'a folder, no flavour', ...model(folder), says: 'flavors are absent' },
    { name: 'a folder of a flavour that leaves it open', ...model(folder, 'spark'), says: 'spark' },
    { name: 'an archive', ...model(`${folder}m.zip`), says: 'no file of a known format' },
    { name: 'a host is no extension', ...model('https://example.bin'), says: 'no file' },
  ],
});
