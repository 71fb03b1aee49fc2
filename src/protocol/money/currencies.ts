/**
 * Decimals of the minor unit by ISO 4217 code: the active currencies of list one as published on 2026-01-01.
 * Left out are codes nobody can be paid in: funds codes (BOV, CHE, CHW, CLF, COU, MXV, USN, UYI, UYW), metals,
 * bond and accounting units (XAU, XAG, XPT, XPD, XBA–XBD, XDR, XSU, XUA, XAD), the test code XTS and XXX.
 */
const CODES_BY_DECIMALS: Readonly<Record<0 | 2 | 3, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP
    CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
    NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
    STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

function table(): ReadonlyMap<string, number> {
  const result = new Map<string, number>();
  for (const [decimals, codes] of Object.entries(CODES_BY_DECIMALS)) {
    for (const code of codes.split(/\s+/)) result.set(code, Number(decimals));
  }
  return result;
}

/** Active currency code → decimals of its minor unit. */
export const CURRENCY_DECIMALS: ReadonlyMap<string, number> = table();
