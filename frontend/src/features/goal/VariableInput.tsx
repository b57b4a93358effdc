import { Anchor, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { isBegun, meantBy } from '@/lib/variablePath';

interface Props {
  label: string;
  value: string;
  placeholder: string;
  /** What is wrong with it as it stands. */
  fault: string | undefined;
  onChange: (variable: string) => void;
}

/** The name of a variable of a page: what is wrong is said as soon as typing on cannot mend it, with what was meant. */
export function VariableInput({ label, value, placeholder, fault, onChange }: Props) {
  const { mayWrite } = useEditing();
  const [typing, setTyping] = useState(false);
  const shown = typing && isBegun(value) ? undefined : fault;
  const meant = shown === undefined || !mayWrite ? undefined : meantBy(value);
  return (
    <>
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={placeholder}
        className="variable"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        disabled={!mayWrite}
        value={value}
        error={shown}
        onChange={(event) => {
          setTyping(true);
          onChange(event.currentTarget.value);
        }}
        onBlur={() => setTyping(false)}
      />
      {meant !== undefined && (
        <Text size="xs" mt={2}>
          <Anchor component="button" type="button" fz="inherit" ta="start" onClick={() => onChange(meant)}>
            {text.variables.use(meant)}
          </Anchor>
        </Text>
      )}
    </>
  );
}
