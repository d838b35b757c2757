import type { TokenCredential } from '@azure/core-auth';

/** The identity gets no token, so nothing can be read; the message is one line and says what mends it. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
}

const longestCause = 200;

/** Credentials that are not set up here say so at length; the one that was tried and refused says why. */
function causeOf(error: unknown): string {
  const all = error instanceof Error && 'errors' in error && Array.isArray(error.errors) ? error.errors : [error];
  const tried = all.find((one): one is Error => one instanceof Error && one.name !== 'CredentialUnavailableError');
  const line = tried?.message.split('\n')[0]?.trim() ?? '';
  return line === '' ? 'No credential works here' : line.slice(0, longestCause).replace(/\.$/, '');
}

/** Asks for a token for `audience`. @throws SignInFailed */
export async function signIn(credential: TokenCredential, audience: string): Promise<void> {
  try {
    await credential.getToken(`${audience}/.default`);
  } catch (error) {
    throw new SignInFailed(
      `Sign-in failed, no token for ${audience}. ${causeOf(error)}. In Azure, give the app a managed identity; elsewhere, az login.`,
    );
  }
}
