import type {
  ExportVariablesGoal,
  FieldError,
  ImportVariablesGoal,
  MappingRow,
  Processor,
  Property,
} from '@/api/types';
import { text } from '@/lib/text';
import { faultOf, isOnePlace } from '@/lib/variablePath';

type Issues = (pointer: string) => FieldError[];

const makesValues = ({ processors }: MappingRow) =>
  processors.some(({ kind }) => kind === 'CONCATENATE' || kind === 'FIXED_VALUE' || kind === 'EXPRESSION');

/** What is wrong with the variable of a row; one that a step makes needs none. */
export const faultOfRow = (row: MappingRow) =>
  row.field === undefined && makesValues(row) ? undefined : faultOf(row.field ?? '');

/** What is wrong with the variables that a step reads by itself. */
const faultOfStep = (step: Processor) =>
  (step.kind === 'CONCATENATE'
    ? step.fields
    : step.kind === 'CLEAN_PHONE' && step.regionField
      ? [step.regionField]
      : []
  )
    .map(faultOf)
    .find((fault) => fault !== undefined);

/** Why a page's variable may not fill the property. */
export const unprovenBy = (row: MappingRow, properties: Property[]) => {
  const property = properties.find(({ id }) => id === row.property);
  return property?.identifier ? text.variables.identifier(property.name) : undefined;
};

/** What is wrong with where a page would find the value of a row. */
export function faultOfPlace(values: ExportVariablesGoal['values'], index: number): string | undefined {
  const variable = values[index]?.variable ?? '';
  if (variable === '') return text.shown.nowhere;
  const fault = faultOf(variable);
  if (fault !== undefined) return fault;
  if (!isOnePlace(variable)) return text.shown.onePlace;
  return values.findIndex((other) => other.variable === variable) < index ? text.shown.twice : undefined;
}

interface Seen {
  row: number;
  at: string;
  code: string;
  message: string | undefined;
}

/** What the service said of the rows, and what can be seen in the draft at places of which it said nothing. */
function together(pointer: string, issues: Issues, none: FieldError[], seen: Seen[]): FieldError[] {
  const said = issues(pointer);
  const places = new Set(said.map((one) => one.pointer));
  return [
    ...said,
    ...none.filter((one) => !places.has(one.pointer)),
    ...seen.flatMap(({ row, at, code, message }): FieldError[] => {
      const place = `${pointer}/${row}/${at}`;
      return message === undefined || places.has(place)
        ? []
        : [{ pointer: place, code, message: text.variables.row(row + 1, message) }];
    }),
  ];
}

export function lackingOfVariables(
  { mapping }: ImportVariablesGoal,
  pointer: string,
  issues: Issues,
  properties: Property[],
): FieldError[] {
  const place = `${pointer}/mapping`;
  return together(
    place,
    issues,
    mapping.length > 0 ? [] : [{ pointer: place, code: 'no-mapping', message: text.variables.nothingMapped }],
    mapping.flatMap((row, index) => [
      { row: index, at: 'field', code: 'no-variable', message: faultOfRow(row) },
      ...row.processors.map((step, at) => ({
        row: index,
        at: `processors/${at}`,
        code: 'no-variable',
        message: faultOfStep(step),
      })),
      row.property === ''
        ? { row: index, at: 'property', code: 'required', message: text.variables.noProperty }
        : { row: index, at: 'property', code: 'identifier-unproven', message: unprovenBy(row, properties) },
    ]),
  );
}

export function lackingOfShown({ values }: ExportVariablesGoal, pointer: string, issues: Issues): FieldError[] {
  const place = `${pointer}/values`;
  return together(
    place,
    issues,
    values.length > 0 ? [] : [{ pointer: place, code: 'no-values', message: text.shown.nothing }],
    values.flatMap(({ property }, index) => [
      {
        row: index,
        at: 'property',
        code: 'required',
        message: property === '' ? text.variables.noProperty : undefined,
      },
      { row: index, at: 'variable', code: 'no-variable', message: faultOfPlace(values, index) },
    ]),
  );
}
