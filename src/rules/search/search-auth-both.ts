import { defineRule } from '../defineRule';
import { allows, roleFinder } from '../../model/access';
import { fail, notApplicable, pass } from '../../model/rule';
import { chainDoubt, grantsOn } from '../rbac/roleBearers';

const operation = 'Microsoft.Search/searchServices/indexes/documents/read';

export default defineRule({
  id: 'search-auth-both',
  subject: 'searchService',
  needs: ['roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Keys of the search service go past the roles that were given',
  severity: 'medium',
  why: 'Roles decide who reads the indexes, and one key reads and changes them all: the separation holds only for those who keep to it.',
  fix: {
    text: 'Turn key access off, now that callers have roles.',
    cli: 'az search service update -g RG -n NAME --disable-local-auth true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: ['https://learn.microsoft.com/azure/search/search-security-enable-roles'],
  controls: { mcsb: ['IM-1'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'], owaspAgentic2026: ['ASI03'] },
  check: (search, view) => {
    if (search.localAuthDisabled) return pass;
    const roleOf = roleFinder(view.all('roleDefinition'));
    const grants = grantsOn(search, view).map((grant) => ({ ...grant, role: roleOf(grant.assignment) }));
    const reading = grants.filter(({ role }) => role && allows(role, operation, 'data') !== 'no');
    if (reading.some(({ chainUnread }) => !chainUnread))
      return fail(`authOptions are ${search.authOptions || 'absent'}, and data roles are assigned`);
    if (reading.length > 0) return view.doubt(search, 'roleAssignments', chainDoubt);
    return grants.every(({ role }) => role)
      ? notApplicable('no data role is assigned')
      : view.doubt(search, 'roleAssignments', 'a role behind them was not read');
  },
});
