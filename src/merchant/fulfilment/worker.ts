import { type QuietPeers, type Rounds, startRounds } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { type RecordWorker, startRecords } from '../../records/index.ts';
import type { MerchantContext } from '../deps.ts';
import { LAPSE_BATCH, lapseOrders } from '../stock.ts';
import { quietServices, sendDue } from './send-due.ts';

/** What has piled up is sent, and closed, without a pause. */
const AT_ONCE_MILLISECONDS = 0;

/** Runs `sendDue` and the lapse of unpaid orders until it is closed, one round at a time, and records deliveries. */
export function startWorker(deps: MerchantContext): Rounds {
  const quiet = quietServices(deps);
  const sending = startRounds(() => round(deps, quiet));
  const recording = startRecording(deps);
  return {
    wake: sending.wake,
    async close() {
      await sending.close();
      await recording?.close();
    },
  };
}

async function round(deps: MerchantContext, quiet: QuietPeers): Promise<number> {
  try {
    const lapsed = await lapseOrders(deps.store, deps.clock());
    const isMoreDue = await sendDue(deps, quiet);
    if (isMoreDue || lapsed >= LAPSE_BATCH) return AT_ONCE_MILLISECONDS;
  } catch (error) {
    const name = error instanceof ActError ? error.code : error instanceof Error ? error.name : 'unknown';
    deps.log.error({ error: name }, 'worker round failed');
  }
  return deps.config.confirmation.poll_milliseconds;
}

function startRecording({
  config,
  recordSigner,
  formerRecordSigners = [],
  anchors,
  ...deps
}: MerchantContext): RecordWorker | undefined {
  if (recordSigner === undefined) return undefined;
  const signers = [recordSigner, ...formerRecordSigners].map((signer) => ({ id: config.merchant, signer }));
  return startRecords({ ...deps, signers, ...(anchors === undefined ? {} : { sink: anchors }) });
}
