import { ActError } from '../../protocol/errors/index.ts';
import { createSpentLog, type Queries } from '../../store/index.ts';
import { assertAccepted, type ProofState, recheckHolderProof } from '../../verifier/index.ts';

const proofs = createSpentLog('a402_holder_proofs', ['jkt', 'jti']);

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
 * @throws ActError a402_proof_replayed; store_unavailable where a clock that was ahead may have forgotten the proof
 * @see OA-A402-08
 */
export async function useHolderProof(
  tx: Queries,
  { jkt, jti, now }: HolderProofUse & { readonly now: number },
): Promise<void> {
  const use = await proofs.use(tx, [jkt, jti], now);
  assertAccepted(recheckHolderProof({ holderProof: use === 'used' ? 'used' : 'new' }));
  if (use === 'forgotten') throw new ActError('store_unavailable', { rule: 'proof_may_be_forgotten' });
}
