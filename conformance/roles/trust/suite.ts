import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Caller } from '../../live/http.ts';
import { publicKeyOf } from '../../live/read.ts';
import { type Suite, UsageError } from '../../run/case.ts';
import { type TrustService, trustCases } from './cases.ts';

function keyAt(path: string): KeyObject {
  try {
    return publicKeyOf(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
  } catch {
    throw new UsageError(`${path} is no public JWK.`);
  }
}

export const trustSuite: Suite<TrustService> = {
  role: 'trust',
  profiles: { 'trust-list': [] },
  cases: () => trustCases,
  open: async ({ own, folder, patience }) => {
    const { url, keys, ...more } = own;
    const [unknown] = Object.keys(more);
    if (unknown !== undefined) throw new UsageError(`trust.${unknown} is not a member of a subject file.`);
    if (typeof url !== 'string' || !URL.canParse(url)) throw new UsageError('trust.url is not an address.');
    if (!Array.isArray(keys) || keys.length === 0)
      throw new UsageError('trust.keys names no file of a public JWK.');
    const pinned = keys.map((path) => keyAt(resolve(folder, String(path))));
    const caller = new Caller(url, patience);
    // Any answer will do: whether it is a good one is for the cases.
    await caller.call('/trust-list', {});
    return { subject: { caller, keys: pinned, highest: 0 }, close: async () => undefined };
  },
};
