import { EKU } from '../../forge/certificate.ts';
import type { Signer } from '../../forge/jws.ts';
import type { Institution } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { DAY, MINUTE } from '../account/bank.ts';
import { ACCOUNT_IDS } from '../account/ids.ts';
import { must, mustRefuse, negative, type PspCase, prove, proveAgain } from './steps.ts';
import { hundredths, PRICE, type Till } from './till.ts';

const PAID = hundredths(PRICE.payer_amount);
/** Pins the key that comes next as well. */
const KEY_CHANGE = ['delegated', 'key-change'];

/** The list that is at hand has run out: whoever serves has to fetch the one that is served now. */
const relist = (till: Till, notes: Notes): Promise<void> => till.control.advance(DAY + MINUTE, notes);

/** While work is done the list is signed by somebody else, and then as before. */
async function listedBy(till: Till, by: Signer, notes: Notes, work: () => Promise<void>): Promise<void> {
  const { around, cast } = till;
  around.listSigner = by;
  try {
    await relist(till, notes);
    await work();
  } finally {
    around.listSigner = cast.trust;
    await relist(till, notes);
  }
}

/** The same seller with another key, certified under the same root. */
const renewed = (till: Till): Institution =>
  till.cast.institution(ACCOUNT_IDS.shop, 'shop (new key)', [EKU.quote, EKU.command]);

export const keyCases: readonly PspCase[] = [
  negative(
    'OA-TRL-10',
    'list-by-the-next-key',
    'A list signed by the key that comes next is taken; one by a key that nobody pinned is not, and nothing is paid by it.',
    async (till, notes) => {
      const { cast } = till;
      await prove(till, notes);
      await listedBy(till, cast.nextTrust, notes, async () => {
        await till.pay(notes);
      });
      const before = await till.balance(notes);
      await listedBy(till, cast.stranger, notes, async () => {
        mustRefuse(await till.ask(await till.payment({}, notes), notes), 'trust_list_signature_invalid');
      });
      must((await till.balance(notes)) === before, 'A payment was made by a list that nobody vouches for.');
      await proveAgain(till, notes);
    },
    KEY_CHANGE,
  ),
  negative(
    'OA-KEY-21',
    'seller-replaces-its-key',
    'A seller’s former key and its new one are good side by side; once the former is revoked only the new one is.',
    async (till, notes) => {
      const { around, shop } = till;
      const by = renewed(till);
      await till.pay(notes);
      await till.pay(notes, { quote: { by } });
      const [leaf = ''] = shop.chain;
      around.revokedOfShop = [leaf];
      try {
        await relist(till, notes);
        const before = await till.balance(notes);
        mustRefuse(await till.ask(await till.payment({}, notes), notes), 'x509_revoked');
        await till.pay(notes, { quote: { by } });
        must(before - (await till.balance(notes)) === PAID, 'Another amount was taken than is due once.');
      } finally {
        around.revokedOfShop = [];
        await relist(till, notes);
      }
      await proveAgain(till, notes);
    },
  ),
  negative(
    'OA-NET-04',
    'status-list-in-a-private-network',
    'A mandate whose issuer lists an address in a private network, which no configuration names: nobody goes there.',
    async (till, notes) => {
      const { around } = till;
      await prove(till, notes);
      const { farIssuer, farUri, farVisits } = around;
      const claims = { iss: farIssuer.id, status: { status_list: { idx: 1, uri: farUri } } };
      const payment = await till.payment({ mandate: { claims, signer: farIssuer.signer } }, notes);
      mustRefuse(await till.ask(payment, notes), 'mandate_status_unavailable');
      must(around.farVisits === farVisits, 'It has gone to an address that only the list names.');
      await till.mustBeUnpaid(payment, notes);
      await proveAgain(till, notes);
    },
  ),
];
