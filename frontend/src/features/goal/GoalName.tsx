import { TextInput } from '@mantine/core';
import { useEditing } from '@/components/editing';
import { lengthWords, longestName } from '@/lib/longest';
import { text } from '@/lib/text';

interface Props {
  name: string;
  pointer: string;
  onChange: (name: string) => void;
}

export function GoalName({ name, pointer, onChange }: Props) {
  const { issue, mayWrite } = useEditing();
  return (
    <TextInput
      label={text.goal.name}
      maw={420}
      disabled={!mayWrite}
      value={name}
      maxLength={longestName}
      description={lengthWords(name)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={issue(`${pointer}/name`)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
