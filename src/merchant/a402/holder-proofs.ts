import { keptUntil, type Queries } from '../../store/index.ts';
import { assertAccepted, type ProofState, recheckHolderProof } from '../../verifier/index.ts';

export interface HolderProofUse {
  readonly jkt: string;
  readonly jti: string;
}

/** Whether this key has sent this proof before. Proofs are kept until their time window has closed. */
export async function lookUpHolderProof(
  queries: Queries,
  { jkt, jti }: HolderProofUse,
): Promise<ProofState['holderProof']> {
  const row = await queries.get('SELECT 1 AS used FROM a402_holder_proofs WHERE jkt = $1 AND jti = $2', [
    jkt,
    jti,
  ]);
  return row === undefined ? 'new' : 'used';
}

/**
 * Uses the proof up.
 *
 * @throws ActError a402_proof_replayed
 * @see OA-A402-08
 */
export async function useHolderProof(
  tx: Queries,
  use: HolderProofUse & { readonly now: number },
): Promise<void> {
  assertAccepted(recheckHolderProof({ holderProof: await lookUpHolderProof(tx, use) }));
  await tx.run('DELETE FROM a402_holder_proofs WHERE kept_until < $1', [use.now]);
  await tx.run(
    'INSERT INTO a402_holder_proofs (jkt, jti, kept_until) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [use.jkt, use.jti, keptUntil(use.now)],
  );
}
