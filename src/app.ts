import { settings } from './config';
import { openWorld, type World } from './world';

let opened: Promise<World> | undefined;

/**
 * The world of a Functions process, opened at the first call and kept: every function shares one credential, limiter and store.
 * @throws ConfigError; a failed opening is tried again at the next call.
 */
export function world(): Promise<World> {
  opened ??= openWorld(settings()).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
