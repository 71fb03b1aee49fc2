import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../forge/json.ts';
import { keyOf } from '../../forge/keys.ts';
import { Caller } from '../../live/http.ts';
import { publicKeyOf } from '../../live/read.ts';
import { type Suite, UsageError } from '../../run/case.ts';
import { Control } from '../account/control.ts';
import { type TrustService, trustCases } from './cases.ts';
import { anchorCases } from './cases-anchors.ts';
import { disputeCases } from './cases-disputes.ts';
import { logCases } from './cases-log.ts';
import { unreadableCases } from './cases-unreadable.ts';
import { Clerk, listedForSuite } from './clerk.ts';
import { trustSettings } from './settings.ts';

function keyAt(path: string): KeyObject {
  try {
    return publicKeyOf(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
  } catch {
    throw new UsageError(`${path} is no public JWK.`);
  }
}

const allCases = [...trustCases, ...anchorCases, ...logCases, ...disputeCases, ...unreadableCases];

export const trustSuite: Suite<TrustService> = {
  role: 'trust',
  profiles: { 'trust-list': [], 'trust-log': ['log'] },
  cases: () => allCases,
  setUp: (settings) => {
    const { secret } = trustSettings(settings);
    if (secret === undefined) return {};
    return {
      entries: listedForSuite(secret),
      // Files of evidence are those of the vectors: whoever judges them pins the key of their trust list.
      evidence_key: { ...keyOf('trust').publicJwk } as JsonObject,
    };
  },
  open: async (settings) => {
    const { url, keys, log, secret, control: declared } = trustSettings(settings);
    const pinned = keys.map(keyAt);
    const caller = new Caller(url, settings.patience);
    const control = await Control.open(declared, url, settings.patience);
    // Any answer will do: whether it is a good one is for the cases.
    await caller.call('/trust-list', {});
    const clerk =
      log === undefined || secret === undefined ? {} : { clerk: new Clerk(caller, control, secret, log) };
    const now = (): number => Math.floor(Date.now() / 1000) + control.ahead;
    return {
      subject: { caller, keys: pinned, highest: 0, now, ...clerk },
      close: async () => undefined,
    };
  },
};
