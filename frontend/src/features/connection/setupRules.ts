import { z } from 'zod';
import type { ConnectionType, SetupField, SetupValue, SetupValues } from '@/api/types';
import { text } from '@/lib/text';

export function isShown(field: SetupField, setup: SetupValues): boolean {
  return !field.shownWhen || field.shownWhen.isOneOf.includes(String(setup[field.shownWhen.field] ?? ''));
}

/** Whether secrets would now be sent elsewhere than what is saved says. */
export function isMoved(type: ConnectionType, setup: SetupValues, saved: SetupValues): boolean {
  return type.setup.some(({ id, target, kind, initial }) => {
    const now = String(setup[id] ?? initial ?? '').trim();
    const before = String(saved[id] ?? initial ?? '').trim();
    const pinnedJustNow = kind === 'PINNED' && before === '';
    return target && now !== before && !pinnedJustNow;
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
      if (field.maxLength !== undefined) rule = rule.max(field.maxLength, `≤ ${field.maxLength}`);
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
