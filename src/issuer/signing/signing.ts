import { eachAtOnce } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { MandateClaims } from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { type ClaimsOf, signMessage } from '../../protocol/messages/index.ts';
import type { Queries, Store } from '../../store/index.ts';
import { type ControlProofs, noControlProofs } from './control-proof.ts';

/** What the account side signs: both with the issuer-mandate key. */
export type IssuedKind = 'mandate' | 'enrolment';

export interface Signing {
  /**
   * The signed message, signed now if nobody did so before. The first signature that is stored stays.
   *
   * @throws ActError store_unavailable; internal when no claims were written under this id
   */
  complete(messageId: string): Promise<string>;
  /**
   * Signs whatever a crash left unsigned. Call before listening. What cannot be signed now holds up no other, and is signed
   * when somebody asks for it.
   *
   * @returns the faults of what stays unsigned
   * @throws ActError store_unavailable
   */
  completeAll(): Promise<readonly unknown[]>;
}

/** How many are signed at a time at a start. */
const AT_ONCE = 16;

/** Writes what is to be signed, inside the transaction that decides it. */
export async function writeClaims<K extends IssuedKind>(
  tx: Queries,
  messageId: string,
  kind: K,
  claims: ClaimsOf[K],
): Promise<void> {
  await tx.run('INSERT INTO issued_messages (message_id, kind, claims, compact) VALUES ($1, $2, $3, NULL)', [
    messageId,
    kind,
    JSON.stringify(claims),
  ]);
}

/** Signing happens outside of transactions, because a key service answers in its own time. */
export function createSigning(
  store: Store,
  signer: Signer,
  controlProofs: ControlProofs = noControlProofs,
): Signing {
  async function complete(messageId: string): Promise<string> {
    const row = await store.read.get(
      'SELECT kind, claims, compact FROM issued_messages WHERE message_id = $1',
      [messageId],
    );
    if (row === undefined) throw new ActError('internal', { rule: 'no_claims' });
    if (typeof row.compact === 'string') return row.compact;
    return keepFirst(messageId, await sign(row.kind as IssuedKind, String(row.claims)));
  }

  async function sign(kind: IssuedKind, stored: string): Promise<string> {
    if (kind === 'enrolment') return signMessage(kind, JSON.parse(stored) as ClaimsOf['enrolment'], signer);
    return signMessage(kind, await withControlProof(JSON.parse(stored) as MandateClaims), signer);
  }

  async function withControlProof(claims: MandateClaims): Promise<MandateClaims> {
    const reference = await controlProofs.referenceFor(claims);
    return reference === undefined ? claims : { ...claims, control_proof_ref: reference };
  }

  function keepFirst(messageId: string, compact: string): Promise<string> {
    return store.transact(async (tx) => {
      await tx.run('UPDATE issued_messages SET compact = $2 WHERE message_id = $1 AND compact IS NULL', [
        messageId,
        compact,
      ]);
      const row = await tx.get('SELECT compact FROM issued_messages WHERE message_id = $1', [messageId]);
      return String(row?.compact);
    });
  }

  return {
    complete,
    async completeAll() {
      const rows = await store.read.all('SELECT message_id FROM issued_messages WHERE compact IS NULL');
      const faults: unknown[] = [];
      await eachAtOnce(rows, AT_ONCE, async (row) => {
        await complete(String(row.message_id)).catch((error: unknown) => {
          if (error instanceof ActError && error.code === 'store_unavailable') throw error;
          faults.push(error);
        });
      });
      return faults;
    },
  };
}
