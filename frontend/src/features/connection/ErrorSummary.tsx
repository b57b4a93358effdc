import { Box, Text, UnstyledButton } from '@mantine/core';
import type { FieldError } from '@/api/types';

/** What is wrong, each a way to the place where it can be mended. */
export function ErrorSummary({
  tone,
  title,
  errors,
  placeOf,
  onChoose,
}: {
  tone: 'bad' | 'warn';
  title: string;
  errors: FieldError[];
  /** Where it stands, in words; empty where the message says it. */
  placeOf: (error: FieldError) => string;
  onChoose: (pointer: string) => void;
}) {
  return (
    <Box
      role={tone === 'bad' ? 'alert' : 'group'}
      aria-label={title}
      tabIndex={tone === 'bad' ? -1 : undefined}
      p="sm"
      style={{ borderRadius: 8, background: `var(--tint-${tone})` }}
    >
      <Text fw={600} size="sm" style={{ color: `var(--state-${tone})` }}>
        {title}
      </Text>
      <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
        {errors.map((error) => (
          <li key={error.pointer + error.code}>
            <UnstyledButton
              fz={13}
              td="underline"
              style={{ verticalAlign: 'top' }}
              onClick={() => onChoose(error.pointer)}
            >
              {placeOf(error) && <b>{placeOf(error)}: </b>}
              {error.message}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Box>
  );
}
