import { type AnchorSink, type RecordWorker, startRecords } from '../records/index.ts';
import type { AgentDeps } from './config.ts';

/**
 * Begins to record the agent's events, signed with its own key, beside everything else that it does.
 *
 * @param anchors the way into the anchor log; without it records are kept and wait for one
 * @see TSD-ATT-OFF
 */
export function startRecording(deps: AgentDeps, anchors?: AnchorSink): RecordWorker {
  const { store, clock, random, log, signer, attestation, config } = deps;
  return startRecords({
    store,
    clock,
    random,
    log,
    signers: [{ id: config.agent_id, signer, attestation }],
    ...(anchors === undefined ? {} : { sink: anchors }),
  });
}
