import { ActionIcon, Group, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { lengthWords, longestName } from '@/lib/longest';
import { text } from '@/lib/text';

// As the service has it: `Connection.MAX_DESCRIPTION`.
const longestDescription = 4000;

/** Reads as text; a click or Enter makes it a field, Enter or leaving keeps what was typed, Escape does not. */
export function InlineText(props: {
  value: string;
  label: string;
  hint: string;
  error: string | undefined;
  heading?: boolean;
  disabled: boolean;
  onChange: (value: string) => void;
}) {
  const { value, label, hint, error, heading = false, disabled, onChange } = props;
  const [typed, setTyped] = useState<string>();
  // Field and button are one place for the focus.
  const id = useId();
  const complaint = heading && typed?.trim() === '' ? text.common.required : error;
  const longest = heading ? longestName : longestDescription;
  const finish = () => {
    if (typed !== undefined && typed.trim() !== value && !(heading && typed.trim() === '')) onChange(typed.trim());
    setTyped(undefined);
  };
  if (typed !== undefined)
    return (
      <TextInput
        autoFocus
        id={id}
        aria-label={label}
        error={complaint}
        value={typed}
        maxLength={longest}
        description={lengthWords(typed, longest)}
        inputWrapperOrder={['input', 'description', 'error']}
        w={{ base: '100%', sm: 420 }}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          if (event.key === 'Escape') setTyped(undefined);
        }}
      />
    );
  return (
    <Group gap={4} wrap="nowrap" miw={0}>
      {heading ? (
        <Title order={1} dir="auto" style={{ overflowWrap: 'anywhere' }} lineClamp={4} title={value}>
          {value}
        </Title>
      ) : (
        <UnstyledButton
          id={id}
          fz={14}
          c="dimmed"
          disabled={disabled}
          style={{ overflowWrap: 'anywhere' }}
          onClick={() => setTyped(value)}
          aria-label={value ? `${label}: ${value}` : hint}
        >
          <Text span inherit dir="auto" lineClamp={3} title={value}>
            {value || (disabled ? '' : hint)}
          </Text>
        </UnstyledButton>
      )}
      {heading && !disabled && (
        <ActionIcon id={id} variant="subtle" color="gray" aria-label={hint} onClick={() => setTyped(value)}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      )}
      {error && (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
    </Group>
  );
}
