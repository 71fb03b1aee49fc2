/** The account side: one server with the mandate issuer and the payment service, its accounts and its customer. */
import { join } from 'node:path';
import { loadSigner } from '../src/http/key-file.ts';
import {
  createAccountHolder,
  createEnrolmentCode,
  createIssuer,
  issuerMigrations,
  ledger,
} from '../src/issuer/index.ts';
import { formatAmount, parseAmount } from '../src/protocol/money/index.ts';
import type { Store } from '../src/store/index.ts';
import type { Device } from './device-link.ts';
import { ACCOUNTS, CURRENCY, IDS } from './plan.ts';
import { openRole, type Surroundings, serve } from './world.ts';

const OPENING_BALANCE = '2000.00';

export interface Bank {
  /** Balances as the bank's own books have them, for the trace. */
  balances(): Promise<Record<string, string>>;
  /** Makes the person with this device a customer, once, and keeps the account funded. */
  welcome(device: Device): Promise<string>;
}
