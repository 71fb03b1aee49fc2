import type { RecordSigner } from '../protocol/attestation/index.ts';
import { type AnchorSink, connectLog, type RecordWorker, startRecords } from '../records/index.ts';
import type { AgentDeps } from './config.ts';

/**
 * Begins to record the agent's events, signed with its own key, beside everything else that it does.
 *
 * @param anchors the way into the anchor log; without it records are kept and wait for one
 * @see TSD-ATT-OFF
 */
export function startRecording(deps: AgentDeps, anchors?: AnchorSink): RecordWorker {
  const { store, clock, random, log } = deps;
  return startRecords({
    store,
    clock,
    random,
    log,
    signers: signersOf(deps),
    ...(anchors === undefined ? {} : { sink: anchors }),
  });
}

/** The key of now, and those that were replaced: what happened before is signed with the key of then. */
function signersOf({ config, signer, attestation, formerKeys = [] }: AgentDeps): RecordSigner[] {
  return [{ signer, attestation }, ...formerKeys].map((key) => ({
    id: config.agent_id,
    signer: key.signer,
    attestation: key.attestation,
  }));
}

/** The same with a way into the log of its own, for the agent's server. */
export function openRecording(deps: AgentDeps, logUrl: string): RecordWorker {
  const { config, signer, attestation, clock } = deps;
  const way = connectLog(logUrl, clock, [{ id: config.agent_id, signer, attestation }]);
  const worker = startRecording(deps, way.anchors);
  return {
    async close() {
      await worker.close();
      await way.close();
    },
  };
}
