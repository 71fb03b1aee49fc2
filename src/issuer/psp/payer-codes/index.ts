import type { PayerCode, PayerCodeScanAnswer, PayerCodeScanBody } from '../../../protocol/generated/types.ts';
import type { PspParts } from '../parts.ts';
import { givePayerCode, readPayerCode } from './give.ts';
import { scanPayerCode } from './scan.ts';
import { takePartnersScan } from './take.ts';

/** A merchant scans the payer: codes that wallets show, and the way of an offer to whoever showed one. */
export interface PayerCodes {
  /** @see givePayerCode */
  give(command: string): Promise<PayerCode>;
  /** @see readPayerCode */
  read(payerCode: string, command: string): Promise<PayerCode>;
  /** @see scanPayerCode */
  scan(payerCode: string, body: PayerCodeScanBody): Promise<PayerCodeScanAnswer>;
  /** @see takePartnersScan */
  takePartnersScan(body: PayerCodeScanBody): Promise<PayerCodeScanAnswer>;
}

export function createPayerCodes(parts: PspParts): PayerCodes {
  return {
    give: (command) => givePayerCode(parts, command),
    read: (payerCode, command) => readPayerCode(parts, payerCode, command),
    scan: (payerCode, body) => scanPayerCode(parts, payerCode, body),
    takePartnersScan: (body) => takePartnersScan(parts, body),
  };
}
