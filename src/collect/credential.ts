import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { Clock } from './clock';

/** A credential whose tokens can be dropped when Azure refuses one before its time. */
export interface RenewableCredential extends TokenCredential {
  /** The next request asks the inner credential again. */
  forget(): void;
}

const renewBefore = 2 * 60_000;

/**
 * Keeps one token per scope until two minutes before it expires, for all clients together. Tokens are handed on as already expired,
 * so that the SDK pipelines ask here each time instead of keeping a refused token. A claims challenge goes past the kept token.
 */
export function renewable(inner: TokenCredential, clock: Clock): RenewableCredential {
  const kept = new Map<string, AccessToken>();
  const fetchToken = async (scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> => {
    const key = [scopes].flat().join(' ');
    const held = kept.get(key);
    if (held && !options?.claims && held.expiresOnTimestamp - renewBefore > clock.now()) return held;
    const token = await inner.getToken(scopes, options);
    if (token) kept.set(key, token);
    return token;
  };
  return {
    forget: () => kept.clear(),
    getToken: async (scopes, options) => {
      const token = await fetchToken(scopes, options);
      return token && { token: token.token, expiresOnTimestamp: 0 };
    },
  };
}
