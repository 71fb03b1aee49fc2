import { type Attack, pay } from './kit.ts';

/** The paid request is sent once more, byte for byte. */
export const replayedRequest: Attack = {
  name: 'replayed-request',
  title: 'the paid request is sent once more',
  requirement: 'PSD-PAY-DEL-05',
  code: 'request_duplicate',
  run: (kit) => pay(kit, kit.seen.payment_request, kit.seen.quote),
};
