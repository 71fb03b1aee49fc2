import { StoreOpenError } from '../open-error.ts';

/** What may be said about an address: host, port and database, never user or password. @throws StoreOpenError location */
export function placeOf(location: string): string {
  const url = URL.parse(location);
  const database = url?.pathname.slice(1) ?? '';
  if (url === null || database === '') {
    throw new StoreOpenError(
      'location',
      'The database address needs the form postgres://user@host/database.',
    );
  }
  return `${url.host}/${database}`;
}
