import { setTimeout as sleep } from 'node:timers/promises';
import { type Notes, NotRun, Unanswered, Unreachable } from '../../run/case.ts';
import { must, mustRefuse, mustSucceed, type PspCase, positive, proveAgain } from './steps.ts';
import { hundredths, PRICE, type Till } from './till.ts';

const PAID = hundredths(PRICE.payer_amount);
/** Long enough for three requests, even where the machine stops for seconds between them. */
const NOTICE_SECONDS = 12;
const NOTICE_MAX_SECONDS = 60;
/** So many answers come between the order to end and the end. */
const NOTICE_ANSWERS = 4;
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

/** How long before its end the subject is to say so: long enough to be asked meanwhile, however slow its answers are. */
async function noticeFor(till: Till, notes: Notes): Promise<number> {
  const since = performance.now();
  await till.pay(notes);
  const seconds = Math.ceil((performance.now() - since) / 1_000);
  return Math.min(Math.max(NOTICE_SECONDS, NOTICE_ANSWERS * seconds), NOTICE_MAX_SECONDS);
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
      const noticeSeconds = await noticeFor(till, notes);
      const payment = await till.payment({}, notes);
      await till.control.restart(noticeSeconds, notes);
      try {
        const status = await probe(till, notes);
        must(status === 503, `GET /readyz answers ${String(status)} while the server is about to end.`);
        till.openPaid(payment, await till.ask(payment, notes));
      } finally {
        await sleep(noticeSeconds * 1_000);
        await backAgain(till, notes);
      }
      await proveAgain(till, notes);
    },
  ),
];
