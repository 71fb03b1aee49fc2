/** What a discount may be called: one line of characters that are seen. @see OA-QUO-12 */
export const SEEN_LABELS = ['Spring coupon', '春季优惠券 · 满二十减一'] as const;

/** What it may not be called, each with a slug and why. */
export const UNSEEN_LABELS = [
  ['turned', 'off \u202e00.1 YNC', 'something that is read from right to left'],
  ['rings', 'off\u0007', 'something that rings a bell'],
  ['commands-a-terminal', 'off\u001b[2J', 'something that commands a terminal'],
  ['two-lines', 'off\nPaid: CNY 0.00', 'two lines'],
  ['unseen', '\u200b', 'something that cannot be seen'],
] as const;
