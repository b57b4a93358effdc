import type { Connection, Role } from '@/api/types';
import { text } from '@/lib/text';

/** Roles that edit rights can be given to, in the service's order. */
export const rightsOffered = ['marketer', 'application-manager', 'administrator'] as const satisfies Role[];

/** With the role, or without it. Administrators always may, so they are named only where nobody else is. */
export function withRole(roles: Role[], role: Role, on: boolean): Role[] {
  const others = rightsOffered.filter((one) =>
    one === 'administrator' ? false : one === role ? on : roles.includes(one),
  );
  return others.length > 0 ? others : ['administrator'];
}

/** What the choice of roles begins with: nobody is to shut themselves out by opening it. */
export function rightsOf(mine: string[]): Role[] {
  const roles = rightsOffered.filter((role) => role !== 'administrator' && mine.includes(role));
  return roles.length > 0 ? roles : ['administrator'];
}

/** Everybody, or those roles that may, administrators with them. */
export function rightsWords(roles: Role[]): string {
  if (roles.length === 0) return text.rights.everybodyShort;
  const who = rightsOffered
    .filter((role) => role === 'administrator' || roles.includes(role))
    .map((role) => text.rights.roles[role]);
  return [who.slice(0, -1).join(', '), ...who.slice(-1)].filter((part) => part !== '').join(` ${text.rights.and} `);
}

/** Why somebody who may change connections may not change this one. */
export function reservedNote(connection: Connection | undefined): string | undefined {
  return connection === undefined || connection.mayEdit
    ? undefined
    : text.rights.reserved(rightsWords(connection.editRoles));
}
