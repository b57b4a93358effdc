import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { FileSource } from '@/api/types';
import { useEditing } from '@/components/editing';
import { useLeft } from '@/components/useLeft';
import { text } from '@/lib/text';
import { options } from './fields';
import { isPatternMissing } from './lacking';

interface Props {
  source: FileSource;
  /** Where the source stands in the draft. */
  pointer: string;
  onChange: (part: Partial<FileSource>) => void;
}

/** Which files are read, and what becomes of them. */
export function FileSourceForm({ source, pointer, onChange }: Props) {
  const { issue, mayWrite } = useEditing();
  const pattern = useLeft();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={text.goal.folder}
        description={text.goal.folderHelp}
        disabled={!mayWrite}
        data-pointer={`${pointer}/folder`}
        value={source.folder}
        error={issue(`${pointer}/folder`)}
        onChange={(event) => onChange({ folder: event.currentTarget.value })}
      />
      <TextInput
        label={text.goal.namePattern}
        description={text.goal.namePatternHelp}
        disabled={!mayWrite}
        data-pointer={`${pointer}/namePattern`}
        value={source.namePattern}
        error={issue(`${pointer}/namePattern`) ?? (pattern.left && isPatternMissing(source) && text.common.required)}
        onBlur={pattern.onBlur}
        onChange={(event) => {
          pattern.onChanged();
          onChange({ namePattern: event.currentTarget.value });
        }}
      />
      <Select
        label={text.goal.pick}
        disabled={!mayWrite}
        data={options(text.goal.picks)}
        value={source.pick}
        allowDeselect={false}
        onChange={(pick) => pick && onChange({ pick })}
      />
      <Select
        label={text.goal.compression}
        disabled={!mayWrite}
        data={options(text.goal.compressions)}
        value={source.compression}
        allowDeselect={false}
        onChange={(compression) => compression && onChange({ compression })}
      />
      <Select
        label={text.goal.afterImport}
        disabled={!mayWrite}
        data={options(text.goal.afterImports)}
        value={source.afterImport.kind}
        allowDeselect={false}
        onChange={(kind) =>
          kind &&
          onChange({
            afterImport: kind === 'MOVE' ? { kind, folder: source.afterImport.folder ?? '' } : { kind },
          })
        }
      />
      {source.afterImport.kind === 'MOVE' && (
        <TextInput
          label={text.goal.moveTo}
          disabled={!mayWrite}
          data-pointer={`${pointer}/afterImport`}
          value={source.afterImport.folder ?? ''}
          error={issue(`${pointer}/afterImport/folder`)}
          onChange={(event) => onChange({ afterImport: { kind: 'MOVE', folder: event.currentTarget.value } })}
        />
      )}
    </SimpleGrid>
  );
}
