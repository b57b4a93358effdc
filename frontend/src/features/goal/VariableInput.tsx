import { Anchor, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { isBegun, meantBy } from '@/lib/variablePath';

interface Props {
  label: string;
  value: string;
  placeholder: string;
  /** What is wrong with it as it stands. */
  fault: string | undefined;
  /** What the service said of it as it is saved. */
  said: string | undefined;
  /** Whether somebody has just asked for it. */
  fresh?: boolean;
  onChange: (variable: string) => void;
}

/** The name of a variable of a page: what is wrong is said as soon as typing on cannot mend it, with what was meant. */
export function VariableInput({ label, value, placeholder, fault, said, fresh = false, onChange }: Props) {
  const { mayWrite } = useEditing();
  const [typing, setTyping] = useState(false);
  const [left, setLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (fresh) input.current?.focus();
  }, [fresh]);
  // Who has only just come to it, or still types, need not be told that it is not done.
  const unfinished = (typing && isBegun(value)) || (value === '' && !left);
  const shown = unfinished ? said : (fault ?? said);
  const meant = shown === undefined || !mayWrite ? undefined : meantBy(value);
  return (
    <>
      <TextInput
        ref={input}
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
        onBlur={() => {
          setTyping(false);
          setLeft(true);
        }}
      />
      {meant !== undefined && (
        <Text size="xs" mt={2}>
          <Anchor
            component="button"
            type="button"
            fz="inherit"
            ta="start"
            underline="always"
            onClick={() => onChange(meant)}
          >
            {text.variables.use(meant)}
          </Anchor>
        </Text>
      )}
    </>
  );
}
