import { application, foreignApp, group, managedIdentity, user } from './builders/directory';
import type { ArmBody, Estate } from './tenant';

/** People, groups (one nested, two in a circle) and apps of the tenant. */
export function directoryOf(identities: readonly ArmBody[]): Estate['graph'] {
  const [maren, tomas, ines] = [user('Maren Holt'), user('Tomas Bergqvist'), user('Ines Duarte')];
  const guest = user('Pavel Novak', true);
  const inner = group('ai-engineers', [tomas.id, guest.id]);
  const outer = group('ai-platform', [maren.id, inner.id], [maren.id]);
  const circle = [group('circle-a'), group('circle-b')];
  circle[0]?.members.push(circle[1]?.id ?? '', ines.id);
  circle[1]?.members.push(circle[0]?.id ?? '');
  const deploy = application('ai-deploy-pipeline', [
    { startDateTime: '2024-02-01T00:00:00Z', endDateTime: '2027-02-01T00:00:00Z' },
  ]);
  const bot = application('hr-bot', [{ startDateTime: '2026-09-01T00:00:00Z', endDateTime: '2026-12-01T00:00:00Z' }]);
  const managed = identities.flatMap((body) => {
    const principal = (body['identity'] as { principalId?: string } | undefined)?.principalId;
    return principal ? [managedIdentity(principal, body.name ?? '', body.id)] : [];
  });
  const claude = foreignApp('Claude', {
    appId: '08ad6f98-a4f8-4635-bb8d-f1a3044760f0',
    scope: 'openid profile offline_access Mail.Read',
  });
  const payroll = foreignApp('Debussy Payroll', { homepage: 'https://payroll.example', scope: 'User.Read' });
  return {
    users: [maren, tomas, ines, guest],
    groups: [inner, outer, ...circle],
    servicePrincipals: [deploy.servicePrincipal, bot.servicePrincipal, claude, payroll, ...managed],
    applications: [deploy.application, bot.application],
  };
}
