/** A limit on everything that comes from outside, units last in the name. The catalogue that is cited is SECURITY.md. */

/** Body of any HTTP message that carries JSON. */
export const MESSAGE_MAX_BYTES = 65_536;

/** One compact JWS (catalogue J13). */
export const JWS_MAX_BYTES = 16_384;

/** A trust list carries the anchors of everybody, so it has a limit of its own. */
export const TRUST_LIST_MAX_BYTES = 131_072;

/** One header of A402: below the 8 KiB that common proxies keep for all headers of a message. */
export const A402_HEADER_MAX_CHARS = 6_144;

/** Nesting of arrays and objects in a message. */
export const JSON_MAX_DEPTH = 16;

/** No caller may ask the parser for more than this, because it recurses. */
export const JSON_DEPTH_CEILING = 128;

/** Certificates in one x5c header, leaf included, anchor excluded. */
export const X5C_MAX_CERTIFICATES = 3;

/** How long glasses may have been silent when their phone signs for them. */
export const GLASSES_LINK_SECONDS = 5;

/** Tolerance on request and command times, either side. Never applied to expiry. */
export const REQUEST_TIME_SKEW_SECONDS = 60;

/** With 15 significant digits or fewer a double reproduces the decimal that was written. */
export const AMOUNT_MAX_SIGNIFICANT_DIGITS = 15;

/** The largest sum that the books hold, in minor units: 64 bits. */
export const SUM_MAX_MINOR = 2n ** 63n - 1n;

/** Decimals in the written form of an amount; ACT 2.1 prints two. */
export const AMOUNT_MAX_DECIMALS = 2;

/** From validity_start_time to validity_end_time of a mandate. */
export const MANDATE_MAX_LIFETIME_SECONDS = 366 * 86_400;

/** 9999-12-31T23:59:59Z, the last second with a four-digit year. */
export const TIME_MAX_UNIX_SECONDS = 253_402_300_799;

/** Random bytes in the salt of a salted digest. */
export const SALT_MIN_BYTES = 16;
export const SALT_MAX_BYTES = 32;

/** Signatures of ES256 (r ‖ s) and of Ed25519 (R ‖ S). */
export const SIGNATURE_BYTES = 64;

/** Imported public keys held in memory. */
export const KEY_CACHE_MAX_ENTRIES = 1_024;

/** How long an anchor may have waited for the log to be reached. */
export const ANCHOR_MAX_AGE_SECONDS = 30 * 86_400;
