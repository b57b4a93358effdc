import { z } from 'zod';
import type { ConnectionType, SetupField, SetupValue, SetupValues } from '@/api/types';
import { tooLong } from '@/lib/longest';
import { text } from '@/lib/text';

/** Whether a field counts; one whose condition is on a hidden field does not. The service has the same rule. */
export function isShown(form: SetupField[], field: SetupField, setup: SetupValues): boolean {
  const condition = field.shownWhen;
  if (!condition) return true;
  const other = form.find(({ id }) => id === condition.field);
  if (!other || !isShown(form, other, setup)) return false;
  const value = setup[other.id] ?? other.initial;
  return value !== undefined && condition.isOneOf.includes(String(value));
}

/** Whether secrets would now be sent elsewhere than what is saved says. */
export function isMoved(type: ConnectionType, setup: SetupValues, saved: SetupValues): boolean {
  return type.setup.some((field) => {
    const target = (values: SetupValues) => {
      const value = isShown(type.setup, field, values) ? values[field.id] : undefined;
      return String(value === undefined || value === '' ? (field.initial ?? '') : value).trim();
    };
    const before = target(saved);
    const pinnedJustNow = field.kind === 'PINNED' && before === '';
    return field.target && target(setup) !== before && !pinnedJustNow;
  });
}

export function initialSetup(type: ConnectionType): SetupValues {
  return Object.fromEntries(
    type.setup.flatMap((field): [string, SetupValue][] =>
      field.initial === undefined ? [] : [[field.id, field.initial]],
    ),
  );
}

/** The rule of one field, made from the type's description; the service checks the same one. */
export function ruleOf(field: SetupField): z.ZodType {
  switch (field.kind) {
    case 'WHOLE_NUMBER': {
      let rule = z.int(text.common.required);
      if (field.min !== undefined) rule = rule.min(field.min, `≥ ${field.min}`);
      if (field.max !== undefined) rule = rule.max(field.max, `≤ ${field.max}`);
      return field.required ? rule : rule.optional();
    }
    case 'TEXT':
    case 'CHOICE': {
      let rule = z.string(text.common.required);
      if (field.maxLength !== undefined) rule = rule.max(...tooLong(field.label, field.maxLength));
      return field.required ? rule.refine((value) => value.trim() !== '', text.common.required) : rule.optional();
    }
    case 'YES_NO':
    case 'SECRET':
    case 'PINNED':
      return z.unknown();
  }
}

export function complaintOf(field: SetupField, value: SetupValue | undefined): string | undefined {
  const result = ruleOf(field).safeParse(value);
  return result.success ? undefined : result.error.issues[0]?.message;
}
