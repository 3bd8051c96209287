// People whom a file names: its owner, editors and viewers.

import { ServiceError } from './service-error';
import { User } from './user';

/** A User whose address is no secret to the run, since it stands in the file's list of people. */
export class FileUser extends User {
  override getEmail(): string {
    return this.email;
  }
}

/** The address in an argument that is one, or a User. Throws Google's sentence for anything else. */
export function emailOf(user: unknown): string {
  const email = user instanceof User ? user.email : user;
  if (typeof email === 'string' && /^[^@\s]+@[^@\s]+$/.test(email)) return email.toLowerCase();
  throw new ServiceError(`Invalid email: ${String(email)}`);
}
