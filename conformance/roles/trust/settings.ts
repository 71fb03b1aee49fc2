import { resolve } from 'node:path';
import { type Settings, UsageError } from '../../run/case.ts';

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

type Own = Readonly<Record<string, unknown>>;

function textOf(own: Own, member: string, where: string): string {
  const value = own[member];
  if (typeof value !== 'string' || value === '') throw new UsageError(`${where}.${member} is missing.`);
  return value;
}

/** @throws UsageError */
export function trustSettings({ own, folder }: Pick<Settings, 'own' | 'folder'>): TrustSettings {
  const unknown = Object.keys(own).find((member) => !MEMBERS.has(member));
  if (unknown !== undefined) throw new UsageError(`trust.${unknown} is not a member of a subject file.`);
  const { url, keys, log, suite, control } = own as Own & { suite?: Own; control?: Own };
  if (typeof url !== 'string' || !URL.canParse(url)) throw new UsageError('trust.url is not an address.');
  if (!Array.isArray(keys) || keys.length === 0)
    throw new UsageError('trust.keys names no file of a public JWK.');
  const secret = suite === undefined ? undefined : textOf(suite, 'secret', 'trust.suite');
  if (secret !== undefined && secret.length < SECRET_MIN_CHARS)
    throw new UsageError(`trust.suite.secret has fewer than ${SECRET_MIN_CHARS} characters.`);
  return {
    url,
    keys: keys.map((path) => resolve(folder, String(path))),
    ...(log === undefined ? {} : { log: textOf(own, 'log', 'trust') }),
    ...(secret === undefined ? {} : { secret }),
    ...(control === undefined
      ? {}
      : {
          control: {
            url: textOf(control, 'url', 'trust.control'),
            token: textOf(control, 'token', 'trust.control'),
          },
        }),
  };
}
