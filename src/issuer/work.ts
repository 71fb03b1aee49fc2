import { faultOf, type Rounds } from '../http/index.ts';
import { type RecordWorker, startRecords } from '../records/index.ts';
import type { Iac } from './iac/index.ts';
import type { IssuerPorts } from './ports.ts';
import { type Psp, startNotices } from './psp/index.ts';
import { completion, recordSigners } from './recording.ts';
import type { Signing } from './signing/index.ts';

/** A merchant whose customer comes at once has delivered by then and needs no notice of the payment. */
const NOTICE_WAIT_SECONDS = 1;

/** What the account side does beside the business, without being asked. */
export interface IssuerWork {
  /**
   * Signs what a crash left unsigned, and begins to record events and to tell merchants. Call before listening.
   */
  start(): Promise<void>;
  /** Finishes and sends back what is due by now (OA-ESC-05, OA-ESC-06), tells of expired mandates. Call now and then. */
  tend(): Promise<void>;
  /** Ends what was begun. Call before the store is closed. */
  close(): Promise<void>;
}

interface Services {
  readonly signing: Signing;
  readonly iac: Iac;
  readonly psp: Psp | undefined;
}

export function issuerWork(ports: IssuerPorts, { signing, iac, psp }: Services): IssuerWork {
  const { store, clock, random, log, anchors } = ports;
  let recording: RecordWorker | undefined;
  let notices: Rounds | undefined;
  return {
    async start() {
      await signing.completeAll();
      await psp?.start();
      if (psp !== undefined && ports.psp?.merchants !== undefined)
        notices ??= startNotices(
          () => psp.tellMerchants(NOTICE_WAIT_SECONDS),
          (error) => log.error(faultOf(error), 'telling merchants failed'),
        );
      const signers = recordSigners(ports);
      if (signers.length === 0) return;
      const sink = anchors === undefined ? {} : { sink: anchors };
      const records = { store, clock, random, log, signers, completion: completion(signing), ...sink };
      recording ??= startRecords(records);
    },
    async tend() {
      await psp?.finishReceived();
      await psp?.returnUndelivered();
      await psp?.advanceDue();
      await iac.recordExpiries();
    },
    async close() {
      await notices?.close();
      await recording?.close();
    },
  };
}
