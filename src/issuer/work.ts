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
  /**
   * Finishes and sends back what is due by now (OA-ESC-05, OA-ESC-06), tells of expired mandates, asks partners for what
   * they have not answered (OA-ICN-07). Call now and then.
   *
   * @throws the first fault, which is in the log as all of them are; everything else was done
   */
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
  const closing = new AbortController();
  return {
    async start() {
      const unsigned = await signing.completeAll();
      if (unsigned.length > 0)
        log.error({ messages: unsigned.length, ...faultOf(unsigned[0]) }, 'messages stay unsigned');
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
      // What needs nobody else first. A fault in one is told, and keeps none of the others from being done.
      const parts = {
        receive: () => psp?.finishReceived(),
        give_back: () => psp?.returnUndelivered(),
        expire: () => iac.recordExpiries(),
        ask_partners: () => psp?.advanceDue(closing.signal),
      };
      const faults: unknown[] = [];
      for (const [part, work] of Object.entries(parts)) {
        try {
          await work();
        } catch (error) {
          log.error({ part, ...faultOf(error) }, 'tending failed');
          faults.push(error);
        }
      }
      if (faults.length > 0) throw faults[0];
    },
    async close() {
      closing.abort();
      await notices?.close();
      await recording?.close();
    },
  };
}
