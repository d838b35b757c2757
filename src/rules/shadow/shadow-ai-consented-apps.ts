import { actsOffline, wideScopes, type ConsentedApp } from '../../model/consent';
import { fail, notApplicable, pass, type Severity, type Verdict } from '../../model/rule';
import { sanctionOf } from '../../model/sanctions';
import { proofOf } from '../../model/shadow';
import { defineRule } from '../defineRule';

/** By how much it reaches, and whose. */
function severityOf(app: ConsentedApp): Severity {
  if (wideScopes(app).length === 0) return 'low';
  return app.forEveryone ? 'high' : 'medium';
}

function failing(app: ConsentedApp, over: string): Verdict {
  const { confidence, counted } = proofOf(app.aiSignals);
  const wide = wideScopes(app);
  const signs = counted.map(({ what, place }) => `${what} at ${place}`).join('; ');
  const reach = wide.length > 0 ? `opens ${wide.join(', ')}` : `consented ${app.scopes.join(', ')}`;
  const whom = `${app.forEveryone ? ' for everyone' : ''}${actsOffline(app) ? ', also while nobody is signed in' : ''}`;
  return fail(`${confidence}: ${signs}; ${reach}${whom}${over}`, { severity: severityOf(app) });
}

export default defineRule({
  id: 'shadow-ai-consented-apps',
  subject: 'consentedApp',
  needs: [],
  title: 'Application of an AI vendor was consented to, and nobody answers for it',
  severity: 'high',
  why: 'With consent the vendor reads mail, files or chats of whoever consented, and of all people where it was given for everyone.',
  fix: {
    text: 'Revoke the consent and switch sign-in off for the application, or enter it in the register of the policy file (sanctioned, by appId) with a reason and an end.',
  },
  references: [
    'https://learn.microsoft.com/entra/identity/enterprise-apps/manage-application-permissions',
    'https://learn.microsoft.com/graph/permissions-reference',
  ],
  controls: {
    mcsb: ['AM-2', 'PA-7'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
  },
  check(app, view) {
    const known = sanctionOf(view.policy, app, view.takenAt);
    if (known?.state === 'holds') return notApplicable(`in the register: ${known.entry.why}`);
    if (!app.isEnabled) return pass;
    if (!view.stated(app, 'scopes') || app.scopes.length === 0) return pass;
    const over = known ? `; its entry in the register ended on ${String(known.entry.until)}` : '';
    return failing(app, over);
  },
});
