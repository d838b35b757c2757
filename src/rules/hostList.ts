/** Whether a list of the policy file names the host, without case: an entry with a leading dot allows every host below it. */
export const isListed = (host: string, listed: readonly string[]): boolean =>
  listed.map((one) => one.toLowerCase()).some((one) => (one.startsWith('.') ? host.endsWith(one) : host === one));
