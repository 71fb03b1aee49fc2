import type { PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { type Signer, verifySignature } from '../../protocol/jws/index.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../../protocol/limits.ts';
import type { Clock } from '../../protocol/ports.ts';
import type { Eku } from '../../protocol/x509/index.ts';
import { beat, type Store } from '../../store/index.ts';
import { assertCertified, leafKeyOf, type Role, type TrustList } from '../../verifier/index.ts';
import type { ReadinessCheck } from './readiness.ts';

/** A key that a role signs with, under its name in the table of keys (spec, chapter 4). */
export interface UsedKey {
  readonly name: string;
  readonly signer: Signer;
  /** For institutions: what the certificate has to be good for. */
  readonly certified?: { readonly entity: string; readonly role: Role; readonly ekus: readonly Eku[] };
  /** For keys without a certificate. */
  readonly publicJwk?: PublicJwk;
}

export interface RolePorts {
  /** Opened with `heartbeatMigration`. */
  readonly store: Store;
  readonly clock: Clock;
  readonly trust: { current(now: number): Promise<TrustList> };
  readonly keys: readonly UsedKey[];
}

const SOON_MILLISECONDS = 1_000;
const LATER_MILLISECONDS = 10_000;

/**
 * What every role with a database needs: the database takes a write, the clock has not gone back, a trust list is at
 * hand, each key signs, and each certificate is one that others accept.
 *
 * @see OA-OPS-20, OA-OPS-22
 */
export function roleChecks({ store, clock, trust, keys }: RolePorts): readonly ReadinessCheck[] {
  let latest: Promise<number> | undefined;
  const written = (): Promise<number> => {
    latest = beat(store, clock());
    return latest;
  };
  return [
    { name: 'database', keepMilliseconds: SOON_MILLISECONDS, run: written },
    { name: 'clock', keepMilliseconds: SOON_MILLISECONDS, run: () => assertNotBack(clock, latest) },
    { name: 'trust_list', keepMilliseconds: SOON_MILLISECONDS, run: () => trust.current(clock()) },
    ...keys.map((key) => ({
      name: `key_${key.name}`,
      keepMilliseconds: LATER_MILLISECONDS,
      run: () => assertSigns(key),
    })),
    ...keys.flatMap(({ name, signer, certified }) =>
      certified === undefined
        ? []
        : {
            name: `certificate_${name}`,
            keepMilliseconds: LATER_MILLISECONDS,
            async run() {
              const now = clock();
              const trustList = await trust.current(now);
              const x5c = 'x5c' in signer.header ? signer.header.x5c : [];
              const { entity, role } = certified;
              for (const eku of certified.ekus)
                await assertCertified({ trustList, now, entity, role, eku, x5c });
            },
          },
    ),
  ];
}

/** Windows of replay and expiry that had closed would open again. A clock of another process may differ a little. */
async function assertNotBack(clock: Clock, latest: Promise<number> | undefined): Promise<void> {
  // That nothing can be written is told by the check of the database.
  const highest = await latest?.catch(() => undefined);
  if (highest !== undefined && clock() < highest - REQUEST_TIME_SKEW_SECONDS) {
    throw new ActError('internal', { rule: 'clock_gone_back', latest: highest });
  }
}

/** Not base64url, so that what is signed can never be the signing input of a message. */
const PROBE = new TextEncoder().encode('openact: can this key sign?');

async function assertSigns({ signer, publicJwk }: UsedKey): Promise<void> {
  const [leaf] = 'x5c' in signer.header ? signer.header.x5c : [];
  const key = publicJwk ?? (leaf === undefined ? undefined : leafKeyOf(leaf));
  const signature = new Uint8Array(await signer.sign(PROBE));
  const signed = { header: { alg: signer.alg }, signingInput: PROBE, signature };
  if (key === undefined || !(await verifySignature(signed, key)))
    throw new ActError('internal', { rule: 'key_unusable' });
}
