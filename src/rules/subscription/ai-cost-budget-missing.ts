import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'ai-cost-budget-missing',
  subject: 'subscription',
  needs: ['aiAccount', 'budget'],
  title: 'No budget warns of what AI costs',
  severity: 'low',
  why: 'A stolen key or an agent in a loop spends thousands in a night; the invoice is the first to tell.',
  fix: {
    text: 'Set a budget with a notification on the subscription, or on each resource group with AI accounts.',
    cli: 'az consumption budget create-with-rg -g RG --budget-name ai --amount 1000 --category cost --time-grain monthly',
    bicep:
      "properties: { notifications: { high: { enabled: true, operator: 'GreaterThan', threshold: 80, contactEmails: [ 'MAIL' ] } } }",
  },
  references: ['https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets'],
  controls: {
    mcsb: ['AI-6'],
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic2026: ['ASI08'],
    atlas: ['AML.T0034'],
  },
  check: (subscription, view) => {
    const accounts = view
      .all('aiAccount')
      .filter(({ subscriptionId }) => subscriptionId === subscription.subscriptionId);
    if (accounts.length === 0) return notApplicable('it holds no AI accounts');
    const told = view.all('budget').flatMap(({ notifies, scope }) => (notifies ? [scope] : []));
    const without = accounts.filter(({ id }) => !told.some((scope) => id.startsWith(`${scope}/`)));
    const groups = new Set(without.map(({ resourceGroup }) => resourceGroup));
    return groups.size === 0
      ? pass
      : fail(`budgets with notifications: none for ${groups.size} resource groups with AI accounts`);
  },
});
