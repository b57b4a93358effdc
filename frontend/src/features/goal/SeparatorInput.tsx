import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { signNamed, signOf, signWords } from '@/lib/signs';
import { text } from '@/lib/text';

const suggestions = Object.values(text.goal.signs);

/** Any one sign, typed or by its name. It counts when one leaves the field: half a name is no separator. */
export function SeparatorInput({
  value,
  error,
  disabled,
  onChange,
}: {
  value: string;
  error: string | undefined;
  disabled: boolean;
  onChange: (separator: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);
  const take = (sign: string) => {
    setTyped(undefined);
    setLeft(false);
    if (sign !== value) onChange(sign);
  };
  const leave = () => {
    if (typed === undefined) return;
    const sign = signOf(typed);
    if (sign === undefined) setLeft(true);
    else take(sign);
  };
  return (
    <Autocomplete
      label={text.goal.separator}
      disabled={disabled}
      data={suggestions}
      filter={({ options }) => options}
      value={typed ?? signWords(value)}
      error={left ? text.goal.separatorOne : error}
      selectFirstOptionOnChange={false}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(words) => {
        const named = signNamed(words);
        if (named === undefined) setTyped(words);
        else take(named);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}
