/** Freezes a value and everything in it, so that whoever is handed it later finds it as it was. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (Array.isArray(value)) for (const element of value) deepFreeze(element);
  else for (const name of Object.keys(value)) deepFreeze(value[name as keyof T]);
  return value;
}
