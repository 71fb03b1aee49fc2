import type { JsonObject } from '../../conformance/forge/json.ts';
import type { SigningKey } from '../keys.ts';

/** A good signed message: what it says, and who signed it. */
export interface Token {
  /** What the message is called where it stands: `mandate`, `payment_request`. */
  readonly message: string;
  readonly token: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signer: SigningKey;
}
