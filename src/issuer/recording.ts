import type { RecordSigner } from '../protocol/attestation/index.ts';
import { digestOfJws } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { Signer } from '../protocol/jws/index.ts';
import type { Completion } from '../records/index.ts';
import { mandateMessageId } from './iac/index.ts';
import type { Signing } from './signing/index.ts';

interface Side {
  readonly id: string;
  readonly recordSigner?: Signer;
  readonly formerRecordSigners?: readonly Signer[];
}

/** Issuer and payment service record their own events, each with its own key [OA-KEY-20]. */
export function recordSigners(sides: { readonly issuer: Side; readonly psp?: Side }): RecordSigner[] {
  return [...signersAs('IAC_ISSUER', sides.issuer), ...signersAs('PSP', sides.psp)];
}

function signersAs(role: 'IAC_ISSUER' | 'PSP', side: Side | undefined): RecordSigner[] {
  if (side?.recordSigner === undefined) return [];
  const { id, recordSigner, formerRecordSigners = [] } = side;
  return [recordSigner, ...formerRecordSigners].map((signer) => ({ id, role, signer }));
}

/** A mandate is signed after the commit that issues it: only then its digest is known. */
export function completion(signing: Signing): Completion {
  return {
    'act:delegation:delegation-issued': async ({ correlation }) => {
      if (correlation.delegation_id === undefined) throw new ActError('internal', { rule: 'delegation_id' });
      const mandate = await signing.complete(mandateMessageId(correlation.delegation_id));
      return { mandate_digest: await digestOfJws(mandate) };
    },
  };
}
