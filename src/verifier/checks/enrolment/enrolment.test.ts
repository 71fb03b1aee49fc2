import { runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { CONFIRMED_AT } from '../../testing/claims.ts';
import { judgeEnrolment } from '../../testing/judges.ts';
import { check as delegator } from './delegator.ts';
import { check as signature } from './signature.ts';
import { check as valid } from './valid.ts';

runSuite('enrolment', {
  folder: import.meta.url,
  judge: judgeEnrolment,
  // Compares it with the mandate: see the purchase.
  elsewhere: [delegator],
  refused: [
    {
      title: 'a signature of another key under this certificate',
      check: signature,
      code: 'jws_signature_invalid',
      changes: ({ issuer, psp }) => ({ signers: { enrolment: posingAs(issuer, psp) } }),
    },
    {
      title: 'an enrolment that had run out when the device spoke',
      check: valid,
      code: 'enrolment_expired',
      changes: { enrolment: put({ exp: CONFIRMED_AT }) },
    },
    {
      title: 'an enrolment made after the device spoke',
      check: valid,
      code: 'enrolment_expired',
      changes: { enrolment: put({ iat: CONFIRMED_AT + 61 }) },
    },
  ],
  accepted: [
    { title: 'the last second of an enrolment', changes: { enrolment: put({ exp: CONFIRMED_AT + 1 }) } },
    { title: 'the first second of an enrolment', changes: { enrolment: put({ iat: CONFIRMED_AT }) } },
  ],
});
