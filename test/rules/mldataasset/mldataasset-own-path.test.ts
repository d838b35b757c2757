import rule from '../../../src/rules/mldataasset/mldataasset-own-path';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const at = (rest: string) => ({ path: `azureml://datastores/d/paths/${rest}` });
const registry = safe('mlRegistry').id;

testRule(rule, {
  pass: [
    { name: 'an upload below the digest of its content' },
    { name: 'the output of a job', subject: at('azureml/7d3f0c11-0000-4000-8000-00000000abcd/out/') },
    { name: 'an upload by the studio', subject: at('UI/2026-11-02_081500_UTC/train.csv') },
  ],
  fail: [
    { name: 'a file that is written over', subject: at('current/train.csv'), says: 'current/train.csv' },
    { name: 'a folder by date', subject: at('2026-11-02/'), says: 'dataUri is' },
    {
      name: 'a digest in the name of the datastore alone',
      subject: { path: `azureml://datastores/${'0'.repeat(32)}/paths/a` },
    },
    { name: 'a public address', subject: { path: 'https://example.org/set/train.csv' }, says: 'example.org' },
    { name: 'no path', subject: { path: '' }, says: 'not stated' },
  ],
  notApplicable: [
    { name: 'archived', subject: { ...at('current/'), isArchived: true }, says: 'isArchived' },
    { name: 'in a registry', subject: { ...at('current/'), parentId: registry }, says: 'registry' },
  ],
});
