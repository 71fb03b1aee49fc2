import { expectJson } from '../../../http/index.ts';
import { traced } from '../../../http/traced.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type {
  CommandClaims,
  PayerCodeScanAnswer,
  PayerCodeScanBody,
} from '../../../protocol/generated/types.ts';
import { validatePayerCodeScanAnswer } from '../../../protocol/generated/validators.js';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { consumeCommand } from '../../../store/index.ts';
import { merchantCommand } from '../commands.ts';
import type { PspParts } from '../parts.ts';
import { assertSignedOver, takeScan } from './take.ts';

/**
 * A merchant whose account is kept here has scanned a payer's code: the offer goes to the service that gave the code,
 * which the first digits name. To whom the code belongs is told to nobody.
 *
 * @throws ActError payer_code_*, quote_*, command_*, peer_*; RemoteProblem with the code of the other service
 * @see OA-ICN-17, OA-ICN-18
 */
export async function scanPayerCode(
  parts: PspParts,
  payerCode: string,
  { command, quote }: PayerCodeScanBody,
): Promise<PayerCodeScanAnswer> {
  const { pspId } = parts;
  const { claims, use } = await merchantCommand(parts, command, {
    action: 'payer_code.scan',
    target: payerCode,
  });
  await assertSignedOver(claims.params?.digest, quote);
  const { iss, payee } = readMessage('quote', quote).claims;
  if (iss !== claims.iss) throw new ActError('command_not_permitted', { rule: 'merchant' });
  if (payee.psp_id !== pspId) throw new ActError('quote_payee_mismatch', { psp_id: payee.psp_id });
  const owner = parts.payerCodes.ownerOf(payerCode);
  if (owner === pspId) return takeScan(parts, { payerCode, quote, payeePsp: pspId, use });
  await parts.store.transact((tx) => consumeCommand(tx, use));
  return passOn(parts, owner, payerCode, { quote, digest: claims.params?.digest ?? '' });
}

function passOn(
  { interconnection, pspId, clock, random, trust, trace }: PspParts,
  owner: string,
  payerCode: string,
  { quote, digest }: { readonly quote: string; readonly digest: string },
): Promise<PayerCodeScanAnswer> {
  const step = { from: pspId, to: owner, message: 'interconnect.scan', note: payerCode };
  return traced(trace, step, async () => {
    const base = (await trust.current(clock())).entry(owner, 'PSP')?.endpoints?.base_url;
    if (interconnection === undefined || base === undefined) {
      throw new ActError('issuer_not_trusted', { entity: owner, role: 'PSP' });
    }
    const claims: CommandClaims = {
      iss: pspId,
      aud: owner,
      jti: newId(random, 'cmd'),
      iat: clock(),
      action: 'interconnect.scan',
      target: payerCode,
      params: { digest },
    };
    const body: PayerCodeScanBody = {
      command: await signMessage('command', claims, interconnection.commandSigner),
      quote,
    };
    const answer = expectJson(
      validatePayerCodeScanAnswer,
      await interconnection.http.post(`${base}/interconnect/payer-codes`, body),
    );
    if (answer.payer_code !== payerCode || answer.psp_id !== owner) {
      throw new ActError('peer_answer_invalid', { member: 'payer_code' });
    }
    return answer;
  });
}
