import { aiAbilities } from '../../model/aiAbilities';
import { abilitiesOn, type AbilityName } from '../../model/abilities';
import type { PrincipalCredential } from '../../model/governance';
import { fail, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { bearersOfAbilities, distinctOf, type AbilityBearer } from './abilityBearers';
import { membersDoubt, principalsDoubt } from './roleBearers';

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** What lasts longer than this nobody renews. */
const longestDays = 730;

const lives = ({ endsAt }: PrincipalCredential, now: string): boolean => endsAt === '' || days(now, endsAt) > 0;
const isOld = ({ startsAt }: PrincipalCredential, now: string, most: number): boolean =>
  startsAt !== '' && days(startsAt, now) > most;
const isEndless = ({ endsAt }: PrincipalCredential, now: string): boolean =>
  endsAt === '' || days(now, endsAt) > longestDays;

const names = (id: string): readonly AbilityName[] => abilitiesOn(id).filter((name) => name in aiAbilities);
const isApplication = ({ principal }: AbilityBearer): boolean => principal?.principalType === 'ServicePrincipal';

export default defineRule({
  id: 'ai-rbac-application-credentials-fresh',
  subject: 'aiAccount',
  needs: ['roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Applications with rights on the AI account have old or endless credentials',
  severity: 'medium',
  why: 'A secret of an application is copied into pipelines and notes. One that is old or never ends opens the models to everyone who ever had it.',
  fix: {
    text: 'Use a managed identity or a federated credential; otherwise renew the secret and give it an end within months.',
    cli: 'az ad app credential reset --id APP_ID --end-date 2027-03-31',
  },
  references: [
    'https://learn.microsoft.com/entra/identity-platform/security-best-practices-for-app-registration',
    'https://learn.microsoft.com/entra/workload-id/workload-identity-federation',
  ],
  controls: { mcsb: ['IM-3', 'IM-8'], owaspAgentic2026: ['ASI03'], atlas: ['AML.T0012', 'AML.T0055'] },
  check: (account, view) => {
    const { takenAt, policy } = view;
    const bearers = bearersOfAbilities(account, names(account.id), view);
    const certain = bearers.filter((one) => isApplication(one) && one.answer === 'yes');
    const faulty = (test: (credential: PrincipalCredential) => boolean): number =>
      distinctOf(
        certain.filter(({ principal }) => principal?.credentials.some((one) => lives(one, takenAt) && test(one))),
      );
    const endless = faulty((one) => isEndless(one, takenAt));
    if (endless > 0)
      return fail(`credentials of ${endless} applications end in more than ${longestDays} days or never`);
    const old = faulty((one) => isOld(one, takenAt, policy.maxKeyAgeDays));
    if (old > 0)
      return fail(`credentials of ${old} applications are older than maxKeyAgeDays, ${policy.maxKeyAgeDays}`);
    const unseen = bearers.find(({ flags }) => flags.includes('membersUnread'));
    if (unseen) return membersDoubt(account, unseen, view);
    if (bearers.some(({ principal }) => !principal || principal.known === 'unread'))
      return principalsDoubt(account, view);
    for (const { principal } of bearers.filter(isApplication)) if (principal) view.stated(principal, 'credentials');
    const doubtful = bearers.some(
      (one) => isApplication(one) && one.answer !== 'yes' && one.principal?.credentials.length,
    );
    return doubtful
      ? view.doubt(account, 'roleAssignments', 'a condition or role behind an application was not read')
      : pass;
  },
});
