import type { Connection, ConnectionContent, ConnectionType, Goal } from '@/api/types';
import { text } from '@/lib/text';
import { initialSetup } from './setupRules';

/** The part of a connection that is edited; of one that is not there yet, what it begins with. */
export function contentOf(
  type: ConnectionType,
  connection: Connection | undefined,
  prepared: Goal[] = [],
): ConnectionContent {
  if (!connection)
    return {
      name: text.editor.newOf(type.name),
      description: '',
      setup: initialSetup(type),
      goals: prepared,
      editRoles: [],
      scope: { kind: 'EVERYWHERE' },
      objectives: [],
    };
  const { name, description, setup, goals, editRoles, scope, objectives } = connection;
  return { name, description, setup, goals, editRoles, scope, objectives };
}
