import { StartError } from './start-error.ts';

/**
 * OPENACT_LOCAL_ORIGINS: origins, separated by spaces, that the trust list names and that lie on this machine or in a
 * private network. Everything else that the trust list or a message names has to be public.
 *
 * @throws StartError
 * @see OA-NET-04
 */
export function readLocalOrigins(env: Readonly<Record<string, string | undefined>>): ReadonlySet<string> {
  const texts = (env.OPENACT_LOCAL_ORIGINS ?? '').split(' ').filter((text) => text !== '');
  for (const text of texts) {
    if (!URL.canParse(text) || new URL(text).origin !== text) {
      throw new StartError(`OPENACT_LOCAL_ORIGINS has what is no origin: ${text}`);
    }
  }
  return new Set(texts);
}
