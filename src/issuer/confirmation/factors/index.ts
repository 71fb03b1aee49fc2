import type { Store } from '../../../store/index.ts';
import { proveCode } from './codes.ts';
import type { Factor, ProvenFactor } from './factor.ts';
import { provePassword } from './passwords.ts';

/**
 * Proves what the user knows or was sent. Face, fingerprint, gaze and voice are matched where they are seen; for them
 * the signature of the device, which states channel and match, is all there is.
 *
 * @throws ActError confirmation_code_wrong, confirmation_code_expired, confirmation_password_wrong,
 *   confirmation_attempts_exceeded
 */
export async function proveFactor(store: Store, factor: Factor): Promise<ProvenFactor> {
  switch (factor.method) {
    case 'OTP':
    case 'QR':
      return proveCode(store, { ...factor, method: factor.method });
    case 'PASSWORD':
      return provePassword(store, factor);
    case 'FACE':
    case 'FINGERPRINT':
    case 'GAZE':
    case 'VOICE':
      return { consume: async () => {} };
  }
}

export {
  type CodeAnswer,
  type CodeDelivery,
  type CodeDeps,
  createCode,
  isGoodScanCode,
} from './codes.ts';
export { setPaymentPassword } from './passwords.ts';
