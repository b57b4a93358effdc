import type {
  Attention,
  Connection,
  ConnectionContent,
  ConnectionStatus,
  ConnectionSummary,
  FieldError,
  Goal,
  Me,
  Role,
  RunSummary,
} from '@/api/types';
import { consentOf, mappingOf } from '@/api/goalParts';
import { faultOf, isOnePlace } from '@/lib/variablePath';
import type { Db } from '../db';
import { sftp } from '../fixtures/catalog';
import { faultsOf, refOf } from '../scopes';
import { sentinels } from '../sentinels';

const allows = ({ roles }: Me, editRoles: Role[]) =>
  editRoles.length === 0 || roles.some((role) => role === 'administrator' || editRoles.includes(role as Role));

/** The channels that it has chosen. */
export const chosenOf = ({ scope }: Pick<Connection, 'scope'>) =>
  scope.kind === 'CHOSEN' ? scope.channels.map(({ channelId }) => channelId) : [];

/** The connection as whoever asks sees it. */
export const seen = (db: Db, connection: Connection): Connection => ({
  ...connection,
  channels: chosenOf(connection).flatMap((id) => {
    const channel = db.channels.find((one) => one.id === id);
    return channel ? [refOf(channel)] : [];
  }),
  mayEdit: db.me.permissions.includes('connections:write') && allows(db.me, connection.editRoles),
});

/** Why whoever asks may not change it. */
export function reservation(db: Db, { editRoles }: Connection): string | undefined {
  if (allows(db.me, editRoles)) return undefined;
  const who = ['marketer', 'application-manager', 'administrator']
    .filter((role) => role === 'administrator' || editRoles.includes(role as Role))
    .map((role) => `${role.replace('-', ' ')}s`);
  return `Only ${who.join(' and ')} may change this connection. Ask one of them, or save it as another connection.`;
}

/** What keeps it from being saved. */
export function invalidities(
  db: Db,
  content: Pick<ConnectionContent, 'name' | 'editRoles'> & Partial<Pick<ConnectionContent, 'scope' | 'goals'>>,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!allows(db.me, content.editRoles))
    errors.push({
      pointer: '/editRoles',
      code: 'shuts-you-out',
      message: 'With these edit rights you could not change this connection again. Add one of your roles.',
    });
  if (content.name.trim() === '')
    errors.push({ pointer: '/name', code: 'required', message: 'Give the connection a name.' });
  if (content.scope) {
    errors.push(...faultsOf(content.scope, '/scope'));
    chosenOf({ scope: content.scope }).forEach((id, index) => {
      if (!db.channels.some((channel) => channel.id === id))
        errors.push({
          pointer: `/scope/channels/${index}/channelId`,
          code: 'channel-gone',
          message: 'There is no such channel (any more). Take it out.',
        });
    });
  }
  content.goals?.forEach((one, goal) =>
    consentOf(one).forEach(({ says, objective }, row) => {
      if (says === 'ANSWER' && objective === undefined)
        errors.push({
          pointer: `/goals/${goal}/consent/${row}/objective`,
          code: 'required',
          message: "An objective's id has 1 to 60 letters from A to Z, digits, _ and -, a letter first.",
        });
    }),
  );
  if (content.name === sentinels.invalidName) {
    errors.push({ pointer: '/setup/host', code: 'host-not-allowed', message: 'This server name is not allowed here.' });
    errors.push({
      pointer: '/goals/0/source/namePattern',
      code: 'pattern-invalid',
      message: 'The pattern has an unclosed bracket.',
    });
  }
  return errors;
}

/** What keeps it from running. */
export function hindrances(db: Db, connection: Connection): FieldError[] {
  const problems: FieldError[] = [];
  const type = db.types.find(({ id }) => id === connection.typeId);
  for (const field of (type ?? sftp).setup) {
    const shown =
      !field.shownWhen || field.shownWhen.isOneOf.includes(String(connection.setup[field.shownWhen.field] ?? ''));
    if (shown && field.kind === 'PINNED' && !connection.setup[field.id])
      problems.push({
        pointer: `/setup/${field.id}`,
        code: 'not-confirmed',
        message: `${field.label} is not confirmed yet: press Test connection, compare it, and save.`,
      });
    if (!shown || !field.required) continue;
    const filled = field.kind === 'SECRET' ? connection.secrets[field.id]?.set : connection.setup[field.id];
    if (filled === undefined || filled === '' || filled === false)
      problems.push({
        pointer: field.kind === 'SECRET' ? `/secrets/${field.id}` : `/setup/${field.id}`,
        code: 'required',
        message: `${field.label} is missing.`,
      });
  }
  if (connection.goals.length === 0)
    problems.push({ pointer: '/goals', code: 'required', message: 'Add a goal: it says what to import.' });
  else if (!connection.goals.some((goal) => goal.enabled))
    problems.push({ pointer: '/goals', code: 'required', message: 'Switch on at least one goal to run.' });
  connection.goals.forEach((goal, index) => {
    if (!goal.enabled) return;
    if (goal.kind === 'IMPORT_PROFILES' && goal.matching.anyOf.length === 0)
      problems.push({
        pointer: `/goals/${index}/matching/anyOf`,
        code: 'no-identifier',
        message: 'Choose an identifier to match records by.',
      });
    if (goal.kind !== 'EXPORT_VARIABLES' && goal.mapping.length === 0)
      problems.push({
        pointer: `/goals/${index}/mapping`,
        code: 'no-mapping',
        message: 'Map at least one field to a property.',
      });
    problems.push(...hindrancesInPages(db, goal, `/goals/${index}`));
    mappingOf(goal).forEach(({ property }, row) => {
      if (property !== '' && !db.properties.some(({ id }) => id === property))
        problems.push({
          pointer: `/goals/${index}/mapping/${row}/property`,
          code: 'unknown-property',
          message: `There is no profile property "${property}" (any more).`,
        });
    });
  });
  return problems;
}

/** What is wrong with the variables of a page, and with what a page is shown. */
function hindrancesInPages(db: Db, goal: Goal, pointer: string): FieldError[] {
  const propertyOf = (wanted: string) => db.properties.find(({ id }) => id === wanted);
  switch (goal.kind) {
    case 'IMPORT_PROFILES':
      return [];
    case 'IMPORT_VARIABLES':
      return goal.mapping.flatMap(({ field, processors, property: id }, row) => {
        const at = `${pointer}/mapping/${row}`;
        const found: FieldError[] = [];
        const made = processors.some(({ kind }) => ['CONCATENATE', 'FIXED_VALUE', 'EXPRESSION'].includes(kind));
        if (field === undefined && !made)
          found.push({
            pointer: `${at}/field`,
            code: 'no-field',
            message: 'Choose a field, or add a processor that makes a value.',
          });
        const fault = field === undefined ? undefined : faultOf(field);
        if (fault !== undefined) found.push({ pointer: `${at}/field`, code: 'no-variable', message: fault });
        processors.forEach((step, place) => {
          const wrong = (step.kind === 'CONCATENATE' ? step.fields : []).map(faultOf).find(Boolean);
          if (wrong) found.push({ pointer: `${at}/processors/${place}`, code: 'no-variable', message: wrong });
        });
        const property = propertyOf(id);
        if (property?.identifier)
          found.push({
            pointer: `${at}/property`,
            code: 'identifier-unproven',
            message: `"${property.name}" is an identifier, and a page's variable proves nobody's identity. The website names people by the tag's identify, with a proof.`,
          });
        return found;
      });
    case 'EXPORT_VARIABLES':
      if (goal.values.length === 0)
        return [
          {
            pointer: `${pointer}/values`,
            code: 'no-values',
            message: 'Choose at least one property to show to the page.',
          },
        ];
      return goal.values.flatMap(({ property, variable }, row) => {
        const at = `${pointer}/values/${row}`;
        const found: FieldError[] = [];
        if (!propertyOf(property))
          found.push({
            pointer: `${at}/property`,
            code: 'unknown-property',
            message: `There is no profile property "${property}" (any more).`,
          });
        const fault = faultOf(variable);
        if (fault !== undefined) found.push({ pointer: `${at}/variable`, code: 'no-variable', message: fault });
        else if (!isOnePlace(variable))
          found.push({
            pointer: `${at}/variable`,
            code: 'no-single-variable',
            message: 'Name one place, without []: what is shown to a page stands at one place.',
          });
        else if (goal.values.findIndex((other) => other.variable === variable) < row)
          found.push({
            pointer: `${at}/variable`,
            code: 'variable-twice',
            message: 'Another property is shown there already.',
          });
        return found;
      });
  }
}

function typeSummary(db: Db, id: string): ConnectionSummary['type'] {
  const type = db.types.find((one) => one.id === id);
  return type
    ? { id, name: type.name, logo: type.logo, vendor: type.vendor }
    : { id, name: id, logo: 'gone', vendor: '' };
}

function attentionOf(status: ConnectionStatus, lastRun: RunSummary | undefined): Attention | undefined {
  switch (status) {
    case 'CONFIGURATION_ERROR':
    case 'NOT_CONFIGURED':
      return status;
    case 'LAST_RUN_FAILED':
      return 'RUN_FAILED';
    case 'FLOWING_WITH_ERRORS':
      return lastRun && lastRun.counts.rejected * (lastRun.counts.rejected < 10 ? 10 : 100) >= lastRun.counts.read
        ? 'RECORDS_REJECTED'
        : undefined;
    default:
      return undefined;
  }
}

export function summary(db: Db, connection: Connection): ConnectionSummary {
  const lastRun = db.runs.find((run) => run.connectionId === connection.id);
  const status =
    lastRun && lastRun.endedAt === undefined
      ? 'RUNNING'
      : connection.goals.length === 0
        ? 'NOT_CONFIGURED'
        : connection.problems.length > 0
          ? 'CONFIGURATION_ERROR'
          : lastRun === undefined
            ? 'READY'
            : lastRun.state === 'FAILED'
              ? 'LAST_RUN_FAILED'
              : lastRun.state === 'STOPPED'
                ? 'LAST_RUN_STOPPED'
                : lastRun.counts.rejected > 0
                  ? 'FLOWING_WITH_ERRORS'
                  : 'FLOWING';
  const reason = connection.on ? attentionOf(status, lastRun) : undefined;
  const problem = connection.problems[0];
  const { id, name, description, on, labels, favorite, createdAt, createdBy, modifiedAt, modifiedBy, mayEdit } = seen(
    db,
    connection,
  );
  return {
    id,
    name,
    description,
    on,
    status,
    direction: db.types.find((type) => type.id === connection.typeId)?.direction ?? 'OUTBOUND',
    labels,
    favorite,
    createdAt,
    createdBy,
    modifiedAt,
    modifiedBy,
    mayEdit,
    type: typeSummary(db, connection.typeId),
    ...(lastRun ? { lastRun } : {}),
    ...(reason ? { attention: { reason, ...(problem ? { problem } : {}) } } : {}),
  };
}
