import {
  createNarrowConnections,
  createNarrowLimit,
  type NarrowConnections,
  type NarrowLimit,
} from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import type { Store } from '../../store/index.ts';
import { limitsDecide, type RiskDecision } from '../psp/index.ts';

/** What a test takes away from a server for a while, at the ports where it would be missing. */
export interface Outages {
  /** Whether anything can be committed; what is committed is read all the same. */
  storeWorks: boolean;
  /** Whether the key of receipts signs. */
  receiptKeyWorks: boolean;
  /** Whether the keys for records sign; while they do not, events wait. */
  recordKeyWorks: boolean;
  /** What the next judgement of a payment breaks off with, as a fault of the program would. */
  fault: string | undefined;
  readonly callers: NarrowLimit;
  readonly connections: NarrowConnections;
  store(real: Store): Store;
  receiptSigner(real: Signer): Signer;
  recordKeys(first: Signer): RecordKeys;
  readonly risk: RiskDecision;
}

/** A key for records that can be replaced while the server runs, with the one that it has replaced last. */
export interface RecordKeys {
  readonly recordSigner: Signer;
  readonly formerRecordSigners: readonly Signer[];
  /** @param keepsFormer otherwise it is lost, and what waited finds the next one alone */
  replace(next: Signer, keepsFormer: boolean): void;
}

function recordKeysOf(first: Signer, works: () => boolean): RecordKeys {
  let [present, former] = [first, first];
  const now = (which: () => Signer): Signer => ({
    get alg() {
      return which().alg;
    },
    get header() {
      return which().header;
    },
    async sign(input) {
      if (!works()) throw new ActError('internal', { rule: 'record_key' });
      return which().sign(input);
    },
  });
  return {
    recordSigner: now(() => present),
    formerRecordSigners: [now(() => former)],
    replace(next, keepsFormer) {
      former = keepsFormer ? present : next;
      present = next;
    },
  };
}

export function createOutages(): Outages {
  const outages: Outages = {
    storeWorks: true,
    receiptKeyWorks: true,
    recordKeyWorks: true,
    fault: undefined,
    callers: createNarrowLimit(),
    connections: createNarrowConnections(),
    store: (real) => ({
      read: real.read,
      async transact(work) {
        if (!outages.storeWorks) throw new ActError('store_unavailable');
        return real.transact(work);
      },
      lackedRoom: () => real.lackedRoom?.(),
      close: () => real.close(),
    }),
    receiptSigner: (real) => ({
      ...real,
      async sign(input) {
        if (!outages.receiptKeyWorks) throw new Error('The key of receipts is away.');
        return real.sign(input);
      },
    }),
    recordKeys: (first) => recordKeysOf(first, () => outages.recordKeyWorks),
    risk: {
      async decide(asked) {
        const { fault } = outages;
        outages.fault = undefined;
        if (fault !== undefined) throw new Error(fault);
        return limitsDecide.decide(asked);
      },
    },
  };
  return outages;
}
