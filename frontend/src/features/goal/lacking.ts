import type { FieldError, FileSource, ImportGoal, SourcePreview } from '@/api/types';
import { text } from '@/lib/text';

export const isPatternMissing = (source: FileSource) => source.namePattern.trim() === '';

/**
 * What each step of a goal lacks: what the service said of what is saved, or else what can be seen in the draft.
 *
 * @param issues what the service said at a place or below it
 * @param seen what stands in the files that the draft reads; nothing where nobody has looked
 */
export function lackingOf(
  goal: ImportGoal,
  pointer: string,
  issues: (pointer: string) => FieldError[],
  seen: SourcePreview | undefined,
) {
  const lacking = (part: string, message: string, lacks: boolean): FieldError[] => {
    const said = issues(`${pointer}/${part}`);
    return lacks && said.length === 0 ? [{ pointer: `${pointer}/${part}`, code: 'required', message }] : said;
  };
  const source = lacking('source', text.goal.noPattern, isPatternMissing(goal.source));
  const mapping = lacking('mapping', text.goal.mappingNone, goal.mapping.length === 0);
  const withoutProperty = goal.mapping.flatMap(({ property }, row): FieldError[] => {
    const at = `${pointer}/mapping/${row}/property`;
    return property !== '' || mapping.some((said) => said.pointer === at)
      ? []
      : [{ pointer: at, code: 'required', message: text.goal.noProperty(row + 1) }];
  });
  const absent = absentRows(goal, pointer, seen);
  const ofFormat = (problem: FieldError) => problem.pointer.startsWith(`${pointer}/source/format`);
  return {
    files: source.filter((problem) => !ofFormat(problem)),
    format: source.filter(ofFormat),
    identifiers: [
      ...lacking('matching', text.goal.noIdentifier, !goal.matching.anyOf.some((all) => all.length > 0)),
      ...identifiersWithoutColumn(goal, absent).map((row) => ({ ...row, message: text.goal.noIdentifierColumn })),
    ],
    mapping: [...mapping, ...withoutProperty, ...absentInWords(goal, absent, seen)],
    consent: lackingConsent(goal, pointer, issues, seen),
  };
}

/** What the consent rows lack. Without one of its columns no run reads the file. */
function lackingConsent(
  { consent }: ImportGoal,
  pointer: string,
  issues: (pointer: string) => FieldError[],
  seen: SourcePreview | undefined,
): FieldError[] {
  const said = issues(`${pointer}/consent`);
  const withoutObjective = consent.flatMap(({ says, objective }, row): FieldError[] => {
    const at = `${pointer}/consent/${row}/objective`;
    return says !== 'ANSWER' || objective !== undefined || said.some((other) => other.pointer === at)
      ? []
      : [{ pointer: at, code: 'required', message: text.consent.noObjective(row + 1) }];
  });
  const there = new Set(seen?.fields.map(({ name }) => name));
  const absent = consent.flatMap(({ field }, row) =>
    there.size === 0 || seen?.format.kind === 'JSON_LINES' || field === undefined || there.has(field)
      ? []
      : [{ field, pointer: `${pointer}/consent/${row}/field` }],
  );
  const [first] = absent;
  const message = text.consent.noColumn([...new Set(absent.map(({ field }) => `“${field}”`))].join(', '));
  return [
    ...said,
    ...withoutObjective,
    ...(first === undefined ? [] : [{ pointer: first.pointer, code: 'no-column', message }]),
  ];
}

interface Row {
  pointer: string;
  code: string;
  field: string;
  property: string;
}

/** The rows that take a column which the file does not have. */
function absentRows(goal: ImportGoal, pointer: string, seen: SourcePreview | undefined): Row[] {
  if (seen === undefined || seen.fields.length === 0) return [];
  const there = new Set(seen.fields.map(({ name }) => name));
  return goal.mapping.flatMap(({ field, property }, row) =>
    field === undefined || there.has(field)
      ? []
      : [{ pointer: `${pointer}/mapping/${row}/field`, code: 'no-column', field, property }],
  );
}

function absentInWords(goal: ImportGoal, absent: Row[], seen: SourcePreview | undefined): FieldError[] {
  const [first] = absent;
  if (first === undefined || seen === undefined) return [];
  const { pointer, code } = first;
  if (goal.mapping.every(({ field }) => field === undefined || absent.some((row) => row.field === field)))
    return [{ pointer, code, message: text.goal.noColumnFits(seen.fields.map(({ name }) => name)) }];
  // A line of JSON says only what it has: another one may have the rest.
  if (seen.format.kind === 'JSON_LINES') return [];
  return [{ pointer, code, message: text.goal.noColumn([...new Set(absent.map(({ field }) => field))]) }];
}

/** A row of each kind of identifiers, if for none of them all can come from the file. */
function identifiersWithoutColumn(goal: ImportGoal, absent: Row[]): Row[] {
  const rowOf = (property: string) =>
    goal.mapping.some((row) => row.property === property && !absent.some(({ field }) => field === row.field))
      ? undefined
      : absent.find((row) => row.property === property);
  const groups = goal.matching.anyOf.filter((all) => all.length > 0);
  const lacking = groups.map((all) => all.map(rowOf).find((row) => row !== undefined));
  const [first] = lacking;
  return first !== undefined && lacking.every((row) => row !== undefined) ? [first] : [];
}
