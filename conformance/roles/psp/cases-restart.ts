import { setTimeout as sleep } from 'node:timers/promises';
import { type Notes, NotRun, Unanswered, Unreachable } from '../../run/case.ts';
import { must, mustRefuse, mustSucceed, type PspCase, positive, proveAgain } from './steps.ts';
import { hundredths, PRICE, type Till } from './till.ts';

const PAID = hundredths(PRICE.payer_amount);
/** How long before its end the subject is to say so: longer each time that the answers did not come before. */
const NOTICES_SECONDS = [3, 12, 60];
const PATIENCE_MS = 15_000;
const LOOK_MS = 200;

/** Nobody listens any more, or whoever did has ended the connection on the way down. */
function isGone(error: unknown): boolean {
  return error instanceof Unreachable || error instanceof Unanswered;
}

/** What the subject answers to a probe; undefined: it is gone. */
async function probe(till: Till, notes: Notes): Promise<number | undefined> {
  try {
    return (await till.caller.call('/readyz', {}, notes)).status;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

async function backAgain(till: Till, notes: Notes): Promise<void> {
  for (
    const until = Date.now() + Math.max(PATIENCE_MS, till.patience);
    Date.now() < until;
    await sleep(LOOK_MS)
  )
    if ((await probe(till, notes)) === 200) return;
  must(false, 'The server does not come back.');
}

/** Whether the second half of a notice is still to come: what is not answered by then may be late by chance. */
function clock(noticeSeconds: number): { isEarly(): boolean; rest(): number } {
  const since = performance.now();
  const left = () => noticeSeconds * 1_000 - (performance.now() - since);
  return { isEarly: () => left() > noticeSeconds * 500, rest: () => Math.max(0, left()) };
}

/** @returns false where the answers took so long that they say nothing of a server that is about to end */
async function servesToItsEnd(till: Till, noticeSeconds: number, notes: Notes): Promise<boolean> {
  const payment = await till.payment({}, notes);
  await till.control.restart(noticeSeconds, notes);
  const notice = clock(noticeSeconds);
  try {
    const status = await probe(till, notes);
    must(status === 503, `GET /readyz answers ${String(status)} while the server is about to end.`);
    till.openPaid(payment, await till.ask(payment, notes));
    return true;
  } catch (error) {
    if (notice.isEarly()) throw error;
    return false;
  } finally {
    await sleep(notice.rest());
    await backAgain(till, notes);
  }
}

/** New work, for a server that is going down. */
async function mustBeTurnedAway(till: Till, notes: Notes): Promise<void> {
  try {
    mustRefuse(await till.caller.call('/openapi.json', {}, notes), 'shutting_down');
  } catch (error) {
    // That refuses, too.
    if (!isGone(error)) throw error;
  }
}

export const restartCases: readonly PspCase[] = [
  positive(
    'OA-OPS-01',
    'finishes-what-it-has',
    'A server that ends while it judges a payment takes nothing new, finishes that payment, and knows it afterwards.',
    async (till, notes) => {
      const { around, control } = till;
      if (!control.has('restart')) throw new NotRun('The subject offers no test control of restart.');
      const payment = await till.payment({}, notes);
      const before = await till.balance(notes);
      let asked = false;
      around.meanwhile = async () => {
        around.meanwhile = undefined;
        asked = true;
        await control.restart(0, notes);
        await mustBeTurnedAway(till, notes);
      };
      try {
        const { answer } = till.openPaid(payment, await till.ask(payment, notes));
        if (!asked) throw new NotRun('The subject did not look the status up for this request.');
        await backAgain(till, notes);
        const found = await till.askQuery(String(payment.request.claims.jti), notes);
        mustSucceed(found, 200, 'http/payment-answer.json');
        must(found.body.receipt === answer.receipt, 'What was acknowledged is another payment now.');
        must(before - (await till.balance(notes)) === PAID, 'Another amount was taken than is due once.');
      } finally {
        around.meanwhile = undefined;
        await backAgain(till, notes);
      }
    },
  ),
  positive(
    'OA-OPS-23',
    'not-ready-before-it-refuses',
    'A server that is going to end says first that it is not ready, and serves on meanwhile.',
    async (till, notes) => {
      for (const noticeSeconds of NOTICES_SECONDS) {
        if (await servesToItsEnd(till, noticeSeconds, notes)) return await proveAgain(till, notes);
      }
      must(false, 'Two answers take longer than half a minute.');
    },
  ),
];
