const POINT_BYTES = 32;
const SIGN_BIT = 0x80;

/**
 * y coordinates of the points of order 1, 2, 4 and 8 as little-endian hex, with the two that are written above the
 * field prime. The sign bit is left out.
 */
const SMALL_ORDER_Y: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** Whether 32 bytes encode a point of small order on edwards25519. @see RFC 8032 5.1.3; RFC 7748 6.1 */
export function isSmallOrder(point: Uint8Array): boolean {
  let hex = '';
  for (const [index, byte] of point.entries()) {
    const withoutSign = index === POINT_BYTES - 1 ? byte & ~SIGN_BIT : byte;
    hex += withoutSign.toString(16).padStart(2, '0');
  }
  return SMALL_ORDER_Y.has(hex);
}
