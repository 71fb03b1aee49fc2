import { resolve } from 'node:path';
import { type Settings, UsageError } from '../../run/case.ts';
import { addressAt, textAt } from '../../run/members.ts';

/** Where a trust service answers, and what else it has been set up with for the suite. */
export interface TrustSettings {
  readonly url: string;
  /** Paths of the public JWKs that readers pin. */
  readonly keys: readonly string[];
  /** Identifier of the log in the list. Left out: it keeps no log, or none that the suite may write into. */
  readonly log?: string;
  readonly secret?: string;
  readonly control?: { readonly url: string; readonly token: string };
}

const MEMBERS = new Set(['url', 'keys', 'log', 'suite', 'control']);

const SECRET_MIN_CHARS = 16;

/** @throws UsageError */
export function trustSettings({ own, folder }: Pick<Settings, 'own' | 'folder'>): TrustSettings {
  const unknown = Object.keys(own).find((member) => !MEMBERS.has(member));
  if (unknown !== undefined) throw new UsageError(`trust.${unknown} is not a member of a subject file.`);
  const { keys, log, suite, control } = own;
  if (!Array.isArray(keys) || keys.length === 0)
    throw new UsageError('trust.keys names no file of a public JWK.');
  const secret = suite === undefined ? undefined : textAt(suite, 'secret', 'trust.suite');
  if (secret !== undefined && secret.length < SECRET_MIN_CHARS)
    throw new UsageError(`trust.suite.secret has fewer than ${SECRET_MIN_CHARS} characters.`);
  return {
    url: addressAt(own, 'trust'),
    keys: keys.map((path) => resolve(folder, String(path))),
    ...(log === undefined ? {} : { log: textAt(own, 'log', 'trust') }),
    ...(secret === undefined ? {} : { secret }),
    ...(control === undefined
      ? {}
      : {
          control: {
            url: addressAt(control, 'trust.control'),
            token: textAt(control, 'token', 'trust.control'),
          },
        }),
  };
}
