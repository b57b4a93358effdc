import { mappingOf } from '@/api/goalParts';
import type { Db } from './db';

/** Written from right to left, turned round, drawn, and read as a page's own code by whoever puts it in unescaped. */
const hostile = '<img src=x onerror="window.hacked=true">\u202e مرحبا بالعالم 👩‍👩‍👧‍👦 ';
/** The words as somebody may send them who means harm. */
const name = (word: string) =>
  `${word} ${hostile} of the Vierwaldstätterseedampfschifffahrtsgesellschaft `.repeat(4).slice(0, 200).trim();
const unbroken = (word: string) => `${word}-${'abcdefghijklmnopqrstuvwxyz'.repeat(3)}`.slice(0, 64);

/** Everything that somebody may name is named as long as it may be, and as nastily, some of it without a blank. */
export function withLongNames(db: Db): Db {
  const ids = new Map(db.properties.map(({ id }) => [id, unbroken(id)]));
  const idOf = (id: string) => ids.get(id) ?? id;
  db.properties.forEach((property, index) => {
    property.id = idOf(property.id);
    property.name = index % 2 === 0 ? name(property.name) : unbroken(property.name).repeat(3);
  });
  db.connections.forEach((connection, index) => {
    connection.name = index % 2 === 0 ? name(connection.name) : unbroken(connection.name).repeat(3);
    connection.description = name(connection.description).repeat(4);
    connection.createdBy = connection.modifiedBy = name('Mara Marketer');
    connection.goals.forEach((goal) => {
      goal.name = name(goal.name);
      mappingOf(goal).forEach((row) => (row.property = idOf(row.property)));
      if (goal.kind === 'EXPORT_VARIABLES') goal.values.forEach((value) => (value.property = idOf(value.property)));
      if (goal.kind !== 'IMPORT_PROFILES') return;
      goal.source.folder = `/${unbroken('folder').repeat(3)}`;
      goal.source.namePattern = `${unbroken('pattern')}*.csv`;
      goal.matching.anyOf = goal.matching.anyOf.map((all) => all.map(idOf));
    });
  });
  for (const label of [...db.labels, ...db.connections.flatMap(({ labels }) => labels)])
    label.name = name(label.name).slice(0, 60);
  db.objectives.forEach((objective, index) => {
    objective.name = (index % 2 === 0 ? name(objective.name) : unbroken(objective.name).repeat(2)).slice(0, 100);
    objective.id = unbroken(objective.id).slice(0, 60);
    objective.title = name(objective.title);
    objective.text = name(objective.text).repeat(4);
    objective.createdBy = objective.modifiedBy = name('Mara Marketer');
    objective.labels = db.labels.slice(0, 2).map(({ id, name: of }) => ({ id, name: of }));
  });
  db.runs.forEach((run) => {
    run.connectionName = db.connections.find(({ id }) => id === run.connectionId)?.name ?? run.connectionName;
    run.trigger = { ...run.trigger, by: name('Mara Marketer') };
  });
  db.runs.forEach(({ problem }) => {
    if (!problem) return;
    problem.message = name(problem.message);
    problem.technical = name('technical');
  });
  db.worded = (words) => name(words);
  db.profiles.forEach((profile) =>
    profile.values.forEach((value) => {
      value.property = idOf(value.property);
      value.values = value.values.map((one) => unbroken(one).repeat(2));
    }),
  );
  return db;
}
