import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { offFoundry } from './connectionAuth';

const subscriptionOf = (id: string): string => /^\/subscriptions\/[^/]+/.exec(id)?.[0] ?? '';

export default defineRule({
  id: 'foundry-connection-foreign-tenant',
  subject: 'connection',
  needs: ['subscription'],
  title: 'Foundry connection leads into another tenant',
  severity: 'medium',
  why: 'Data crosses to an organisation whose roles, logs and deletion are not yours. Another subscription of the same tenant is fine.',
  fix: {
    text: 'Point the connection at a resource of your own tenant, or record who approved the crossing.',
    cli: 'az rest --method delete --url "CONNECTION_ID?api-version=2025-06-01"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/connections-add'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'] },
  check: (connection, view) => {
    const off = offFoundry(connection);
    if (off) return off;
    const target = subscriptionOf(connection.targetResourceId);
    if (!target) return notApplicable('metadata.ResourceId is not set');
    const own = subscriptionOf(connection.id);
    if (target === own) return pass;
    const tenants = [own, target].map((id) => view.byId('subscription', id)?.tenantId);
    if (tenants.some((tenant) => !tenant))
      return view.doubt(connection, 'metadata.ResourceId', `the tenant of ${target} is not known`);
    return tenants[0] === tenants[1] ? pass : fail(`metadata.ResourceId is in ${target} of another tenant`);
  },
});
