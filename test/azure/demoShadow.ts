import type { Place } from './builders/body';
import { childOf } from './builders/body';
import { containerApp, openCard, virtualMachine, vmExtension } from './builders/workloads';
import type { ArmBody } from './tenant';

/** One repeated letter around the fixed marks of an Azure AI key that was made in January 2026: nothing ever held it. */
const harmlessKey = (letter: string): string =>
  `${letter.repeat(52)}JQQJ99CA${letter.repeat(12)}AAABACOG${letter.repeat(4)}`;

const openAiOf = (account: string): string => `https://${account}.openai.azure.com`;

/** A model server that somebody set up by hand on a GPU machine, open to the internet; beside it a Tomcat, which only looks like one. */
export function machinesOutside(at: Place): ArmBody[] {
  const server = virtualMachine(at, 'vm-ollama', 'Standard_NC24ads_A100_v4');
  const tomcat = virtualMachine(at, 'vm-tomcat', 'Standard_D2s_v5');
  return [
    server,
    vmExtension(server, 'gpu-driver', 'Microsoft.HpcCompute', 'NvidiaGpuDriverLinux'),
    ...openCard(at, server, '11434'),
    tomcat,
    ...openCard(at, tomcat, '8080'),
  ];
}

/** Two apps with a key in their environment: one opens `live`, and one opens `dead`, which refuses keys. */
export const appsWithKeys = (at: Place, live: string, dead: string): ArmBody[] =>
  (
    [
      ['ca-damage-photos', live, harmlessKey('a')],
      ['ca-onboarding', dead, harmlessKey('b')],
    ] as const
  ).map(([name, account, key]) =>
    containerApp(at, name, { AZURE_OPENAI_ENDPOINT: openAiOf(account), AZURE_OPENAI_API_KEY: key }),
  );

/** A backend of the gateway that leads to a vendor, with whom nobody signed. */
export const backendOutside = (gateway: ArmBody): ArmBody => ({
  ...childOf(gateway, 'backends', 'openai-direct'),
  properties: {
    url: 'https://api.openai.com/v1',
    protocol: 'http',
    tls: { validateCertificateChain: true, validateCertificateName: true },
  },
});
