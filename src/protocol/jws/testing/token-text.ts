/**
 * A signed message in a text, also one that was cut short: a header that begins with one of the members that name
 * algorithm, type or key, or two parts with a dot between them. Three letters alone may stand in any id or digest.
 */
export const TOKEN_TEXT = /eyJ(?:hbGci|0eXAi|raWQi|4NWMi|4NXQj)|eyJ[\w-]+\.[\w-]+/;
