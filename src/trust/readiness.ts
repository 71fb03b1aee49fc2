import { type ReadinessCheck, roleChecks, type UsedKey } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { NoteKey } from '../protocol/merkle/index.ts';
import type { Clock } from '../protocol/ports.ts';
import { EKU } from '../protocol/x509/index.ts';
import type { Store } from '../store/index.ts';
import { logIdOf, logKeysOf, type TrustList } from '../verifier/index.ts';
import type { CreditService } from './credit/ports.ts';
import type { AnchorService } from './log/service.ts';
import { readHead } from './log/tables.ts';

export interface Around {
  /** With `heartbeatMigration`. */
  readonly store: Store;
  readonly clock: Clock;
  readonly trust: { current(now: number): Promise<TrustList> };
}

/** Between two looks for those who ask whether this server is ready. */
const LOOK_MILLISECONDS = 1_000;
const CERTIFICATE_MILLISECONDS = 10_000;

/**
 * What a service with a log asks of itself: its database takes a write, its clock has not gone back, and whatever it
 * signs, checkpoints, findings, answers on credit, would be believed.
 *
 * @see OA-OPS-20, OA-OPS-22
 */
export function anchorChecks(
  { key, signer, handler }: AnchorService,
  credit: CreditService | undefined,
  around: Around,
): readonly ReadinessCheck[] {
  const keys: UsedKey[] = [{ name: 'log', signer, publicJwk: key.publicJwk }];
  if (handler !== undefined) {
    const certified = { entity: handler.id, role: 'DISPUTE_HANDLER', ekus: [EKU.finding] } as const;
    keys.push({ name: 'finding', signer: handler.signer, certified });
  }
  if (credit !== undefined) keys.push(creditKey(credit));
  return [
    ...roleChecks({ ...around, keys }),
    certifiedLog(key, around),
    { name: 'log', keepMilliseconds: LOOK_MILLISECONDS, run: () => readHead(around.store.read) },
  ];
}

/** What a credit service by itself asks of itself. @see OA-OPS-20, OA-OPS-22 */
export function creditChecks(credit: CreditService, around: Around): readonly ReadinessCheck[] {
  return roleChecks({ ...around, keys: [creditKey(credit)] });
}

function creditKey({ id, signer }: CreditService): UsedKey {
  const certified = { entity: id, role: 'CREDIT_SERVICE', ekus: [EKU.credit] } as const;
  return { name: 'credit', signer, certified };
}

/** Readers believe the keys that the list has for the log now, and this has to be one of them. */
function certifiedLog({ name, publicJwk }: NoteKey, { clock, trust }: Around): ReadinessCheck {
  return {
    name: 'certificate_log',
    keepMilliseconds: CERTIFICATE_MILLISECONDS,
    async run() {
      const now = clock();
      const entity = logIdOf(name);
      const believed = await logKeysOf(await trust.current(now), entity, now);
      if (!believed.some((one) => one.publicJwk.x === publicJwk.x)) {
        throw new ActError('issuer_not_trusted', { entity, role: 'LOG' });
      }
    },
  };
}
