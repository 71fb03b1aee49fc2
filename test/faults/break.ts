/**
 * A module hook that breaks one thing in src while it is loaded, to show that the simulation notices:
 *
 *   OPENACT_BREAK=pays-again node --import ./test/faults/break.ts simulation/main.ts
 */
import { appendTo } from '../../conformance/self/mutations.ts';

/** The end of a file, and what is appended to it. */
const BREAKS: Readonly<Record<string, readonly [string, string]>> = {
  'pays-again': [
    '/src/agent/purchase/buy.ts',
    "restarted = (_context, purchase) => purchase.state === 'UNKNOWN' ? { ...purchase, state: 'NEW', data: {} } : purchase;",
  ],
  'forgets-stock': ['/src/merchant/stock.ts', 'consumeStock = () => undefined;'],
};

const broken = BREAKS[process.env.OPENACT_BREAK ?? ''];
if (broken === undefined) throw new Error('OPENACT_BREAK names nothing that can be broken.');
const [file, appendix] = broken;
appendTo((url) => (url.endsWith(file) ? appendix : undefined));
