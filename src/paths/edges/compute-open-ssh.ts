import { closes, defineEdge, seen } from '../defineEdge';
import { internet, runsOn } from '../states';

export default defineEdge({
  kind: 'compute-open-ssh',
  reads: ['compute'],
  atlas: ['AML.T0049'],
  cost: 20,
  // Whether anyone else holds a key for SSH is seen nowhere.
  certainty: 'possible',
  fix: 'Close SSH, and let computes stand in a managed network.',
  draw: (tenant) =>
    tenant
      .all('compute')
      .filter(({ enableNodePublicIp }) => enableNodePublicIp !== false)
      .filter((one) => [one.sshPublicAccess, one.remoteLoginPortPublicAccess].includes('Enabled'))
      .map((one) => ({
        from: [internet],
        to: runsOn(one.id),
        closedBy: [closes('close-ssh', one.id)],
        tell: () => ({
          says: `${one.name} takes SSH from the internet.`,
          evidence: [seen(one, 'sshSettings.sshPublicAccess', one.sshPublicAccess || one.remoteLoginPortPublicAccess)],
          doubt: 'nobody can see who holds a key for SSH',
        }),
      })),
});
