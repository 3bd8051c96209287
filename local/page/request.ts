// Requests to the page's server, and who makes them.

import type { Failure } from './messages';
import { Refusal } from './sync';

/** The e-mail address that the page acts as; '' before anyone was chosen. */
export function actingPerson(): string {
  const asked = new URLSearchParams(location.search).get('as');
  return asked ?? localStorage.getItem('person') ?? '';
}

/** From now on, in this window and in those that are opened later. */
export function actAs(email: string): void {
  localStorage.setItem('person', email);
  const address = new URL(location.href);
  address.searchParams.set('as', email);
  location.replace(address);
}

/** The address of a page, for the person who acts here. */
export function addressOf(path: string, email = actingPerson()): string {
  return `${path}?as=${encodeURIComponent(email)}`;
}

/** Rejects with a `Refusal` when the server says no. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(addressOf(`/api${path}`), {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  });
  const answer = await response.json();
  if (response.ok) return answer as T;
  const { error } = answer as Failure;
  throw new Refusal(error.name, error.message);
}
