import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../forge/json.ts';
import type { Answer } from '../../live/http.ts';
import { type Notes, NotRun } from '../../run/case.ts';
import { type Evidenced, evidenceOf, findingOver, payConfirmed } from './evidence.ts';
import { DELEGATED, must, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import { hundredths, PRICE, type Till } from './till.ts';

const PAID = hundredths(PRICE.payer_amount);
const NEEDS = [DELEGATED, 'records'];

const show = (till: Till, bundle: JsonObject, finding: string, notes: Notes): Promise<Answer> =>
  till.post(
    `/payments/${encodeURIComponent(String(bundle.trade_no))}/compensation`,
    { finding, bundle },
    notes,
  );

function mustRecord({ settings }: Till): void {
  if (!settings.records) throw new NotRun('The subject file does not say that it records.');
}

/** What is in the account of the seller, where the books are offered. */
async function sellers(till: Till, notes: Notes): Promise<string | undefined> {
  const [payee] = till.settings.payees;
  return till.control.has('accounts') ? (await till.control.account(payee, notes)).balance : undefined;
}

/** Shown that the payment lay outside the mandate it pays the payer back, and takes nothing from the seller. @throws SubjectFault */
async function compensated(till: Till, made: Evidenced, notes: Notes) {
  const bundle = await evidenceOf(till, made, 'Revoked', notes);
  const finding = findingOver(till, bundle);
  const [before, held] = [await till.balance(notes), await sellers(till, notes)];
  const answer = await show(till, bundle, finding, notes);
  mustSucceed(answer, 200, 'http/compensation-answer.json');
  must(answer.body.reason === 'mandate_revoked', `It pays back for ${String(answer.body.reason)}.`);
  must((await till.balance(notes)) - before === PAID, 'Another amount came back than was paid.');
  must((await sellers(till, notes)) === held, 'It was taken from the seller.');
  return { bundle, finding, answer };
}

export const compensationCases: readonly PspCase[] = [
  positive(
    'OA-DSP-08',
    'compensates-once',
    'Shown that its payment lay outside the mandate it pays back out of its own money, once; the same finding is answered the same, another one moves nothing.',
    async (till, notes) => {
      mustRecord(till);
      const { bundle, finding, answer } = await compensated(till, await payConfirmed(till, notes), notes);
      const after = await till.balance(notes);
      const again = await show(till, bundle, finding, notes);
      mustSucceed(again, 200, 'http/compensation-answer.json');
      must(isDeepStrictEqual(again.body, answer.body), 'It is answered otherwise than before.');
      mustRefuse(await show(till, bundle, findingOver(till, bundle), notes), 'compensation_repeated');
      must((await till.balance(notes)) === after, 'More came back than was paid.');
    },
    NEEDS,
  ),
  negative(
    'OA-DSP-08',
    'compensation-within-the-mandate',
    'A finding against evidence that shows the payment within its mandate moves nothing; by evidence that shows it outside it is paid back.',
    async (till, notes) => {
      mustRecord(till);
      await compensated(till, await payConfirmed(till, notes), notes);
      const made = await payConfirmed(till, notes);
      const before = await till.balance(notes);
      const within = await evidenceOf(till, made, 'Active', notes);
      const refused = await show(till, within, findingOver(till, within), notes);
      mustRefuse(refused, 'compensation_refused');
      must((await till.balance(notes)) === before, 'What was refused has moved money.');
      await compensated(till, made, notes);
    },
    NEEDS,
  ),
];
