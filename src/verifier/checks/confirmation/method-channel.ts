import type { ConfirmationClaims } from '../../../protocol/generated/types.ts';
import type { Check } from '../../check.ts';
import type { ConfirmationFacts } from '../../facts/confirmation.ts';

type Method = ConfirmationClaims['method'];

/** Which way of verifying the user each channel has. A tap is not among them: it carries an order and says no yes. */
const CHANNEL_METHODS: Readonly<Record<ConfirmationClaims['channel'], readonly Method[]>> = {
  PHONE: ['FACE', 'FINGERPRINT', 'PASSWORD', 'OTP'],
  CASHIER_PAGE: ['PASSWORD', 'OTP'],
  QR_CODE: ['QR', 'FACE', 'FINGERPRINT', 'PASSWORD'],
  GLASSES: ['GAZE', 'VOICE'],
};

/** OpenACT confirmation, OA-CNF-21: the channel on which the user decided has the method that is stated. */
export const check: Check<ConfirmationFacts> = {
  requirement: 'OA-CNF-21',
  name: 'method of the channel',
  run({ claims: { channel, method } }) {
    if (CHANNEL_METHODS[channel].includes(method)) return undefined;
    return { code: 'confirmation_channel_mismatch', evidence: { channel, method } };
  },
};
