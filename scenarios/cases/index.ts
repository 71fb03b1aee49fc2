import type { Scenario } from '../format.ts';
import { scenario as bubbleTea } from './01-bubble-tea.ts';
import { scenario as confirmations } from './01b-confirmations.ts';
import { scenario as firstUse } from './02-first-use.ts';
import { scenario as parkMeal } from './03-park-meal.ts';
import { scenario as utilityBill } from './04-utility-bill.ts';
import { scenario as mealOrder } from './05-meal-order.ts';
import { scenario as forgedOrders } from './05b-forged-orders.ts';
import { scenario as atTheShop } from './05c-at-the-shop.ts';
import { scenario as flowers } from './06-flowers.ts';
import { scenario as forgedMandates } from './06b-forged-mandates.ts';
import { scenario as forgedRequests } from './06c-forged-requests.ts';
import { scenario as malformedMessages } from './06d-malformed-messages.ts';
import { scenario as cumulativeCap } from './07-cumulative-cap.ts';
import { scenario as aiCard } from './08-ai-card.ts';
import { scenario as subAccountLife } from './08b-sub-account-life.ts';
import { scenario as tip } from './09-tip.ts';
import { scenario as glasses } from './10-glasses.ts';
import { scenario as tap } from './11-tap.ts';
import { scenario as ticketOtp } from './11b-ticket-otp.ts';
import { scenario as runtimeIdentity } from './12-runtime-identity.ts';
import { scenario as wallet } from './12b-wallet.ts';
import { scenario as fundsCarrier } from './12c-funds-carrier.ts';
import { scenario as mandateLife } from './13-mandate-life.ts';
import { scenario as research } from './14-research.ts';
import { scenario as escrow } from './15-escrow.ts';
import { scenario as interconnection } from './16-interconnection.ts';
import { scenario as betweenBanks } from './16b-between-banks.ts';
import { scenario as payerCode } from './16c-payer-code.ts';
import { scenario as netting } from './16d-netting.ts';
import { scenario as recordsAcross } from './16e-records-across.ts';
import { scenario as walletShowsCode } from './16f-wallet-shows-code.ts';
import { scenario as stolenKey } from './17-stolen-key.ts';
import { scenario as chainOfRecords } from './17a-chain-of-records.ts';
import { scenario as theLog } from './17b-the-log.ts';
import { scenario as priceTolerance } from './18-price-tolerance.ts';
import { scenario as trainTickets } from './19-train-tickets.ts';
import { scenario as judgedOffline } from './20-judged-offline.ts';
import { scenario as banksOwnWord } from './21-the-banks-own-word.ts';
import { scenario as associatedCredit } from './22-credit.ts';
import { scenario as receiptsAtTheShop } from './23-receipts-at-the-shop.ts';
import { scenario as toldByTheBank } from './23b-told-by-the-bank.ts';
import { scenario as subMandates } from './24-sub-mandates.ts';
import { scenario as foreignCertificates } from './32-foreign-certificates.ts';
import { scenario as trustList } from './33-trust-list.ts';
import { scenario as shopping } from './35-shopping.ts';
import { scenario as inTrouble } from './36-in-trouble.ts';
import { scenario as yen } from './37-yen.ts';
import { scenario as dinar } from './37b-dinar.ts';

/** Every scenario, by case. */
export const SCENARIOS: readonly Scenario[] = [
  bubbleTea,
  confirmations,
  firstUse,
  parkMeal,
  utilityBill,
  mealOrder,
  forgedOrders,
  atTheShop,
  flowers,
  forgedMandates,
  forgedRequests,
  malformedMessages,
  cumulativeCap,
  aiCard,
  subAccountLife,
  tip,
  glasses,
  tap,
  ticketOtp,
  runtimeIdentity,
  wallet,
  fundsCarrier,
  mandateLife,
  research,
  escrow,
  interconnection,
  betweenBanks,
  payerCode,
  netting,
  recordsAcross,
  walletShowsCode,
  stolenKey,
  chainOfRecords,
  theLog,
  priceTolerance,
  trainTickets,
  judgedOffline,
  banksOwnWord,
  associatedCredit,
  receiptsAtTheShop,
  toldByTheBank,
  subMandates,
  foreignCertificates,
  trustList,
  shopping,
  inTrouble,
  yen,
  dinar,
];
