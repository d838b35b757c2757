import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isListed } from '../hostList';

const hostOf = (uri: string): string => /^https?:\/\/([^/:?#]+)/i.exec(uri)?.[1]?.toLowerCase() ?? '';
const storage =
  /^[a-z0-9]+(\.z\d+)?\.(blob|dfs)\.(core\.windows\.net|core\.usgovcloudapi\.net|core\.chinacloudapi\.cn|storage\.azure\.net)$/;

export default defineRule({
  id: 'mlmodel-untrusted-source',
  subject: 'modelVersion',
  needs: ['storageAccount'],
  title: 'Model is loaded from an address nobody vouches for',
  severity: 'high',
  why: 'Whoever holds the address, or stands on the way to it, changes the model without a new version: what runs is what is there that day. Storage accounts of the tenant and hosts of allowedConnectionHosts are trusted.',
  fix: {
    text: 'Register the files in the workspace, or list the host in allowedConnectionHosts.',
    cli: 'az ml model create -g RG -w WORKSPACE -n MODEL --version VERSION --path ./model',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-manage-models'],
  controls: {
    mcsb: ['AI-1', 'DS-2'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.003', 'AML.T0058'],
  },
  check: (model, view) => {
    if (model.isArchived) return notApplicable('isArchived is true');
    const host = hostOf(model.modelUri);
    if (host === '') return notApplicable('modelUri is no web address');
    if (model.modelUri.toLowerCase().startsWith('http:')) return fail(`modelUri is http://${host}`);
    if (isListed(host, view.policy.allowedConnectionHosts)) return pass;
    if (!storage.test(host)) return fail(`modelUri is of ${host}`);
    const account = host.slice(0, host.indexOf('.'));
    const isOurs = view.all('storageAccount').some(({ name }) => name.toLowerCase() === account);
    return isOurs
      ? pass
      : view.doubt(model, 'modelUri', `storage account ${account} is not among those that were read`);
  },
});
