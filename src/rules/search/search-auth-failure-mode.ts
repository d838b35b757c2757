import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'search-auth-failure-mode',
  subject: 'searchService',
  title: 'Search service answers failed sign-ins in two ways',
  severity: 'info',
  why: 'While keys and roles both work, a plain 403 is the same for every failure: a challenge tells who asks which tenant to try, and clients that expect one to retry with a key.',
  fix: {
    text: 'Answer failures with 403, or turn keys off: then it no longer matters.',
    cli: 'az search service update -g RG -n NAME --auth-options aadOrApiKey --aad-auth-failure-mode http403',
    bicep: "properties: { authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http403' } } }",
  },
  references: ['https://learn.microsoft.com/azure/search/search-security-enable-roles'],
  controls: { mcsb: ['IM-1'] },
  check: ({ localAuthDisabled, authOptions, aadAuthFailureMode }) => {
    if (localAuthDisabled) return notApplicable('disableLocalAuth is true');
    if (authOptions.toLowerCase() !== 'aadorapikey')
      return notApplicable(`authOptions are ${authOptions || 'absent'}: only keys work`);
    return aadAuthFailureMode.toLowerCase() === 'http403'
      ? pass
      : fail(`authOptions.aadOrApiKey.aadAuthFailureMode is ${aadAuthFailureMode || 'absent'}`);
  },
});
