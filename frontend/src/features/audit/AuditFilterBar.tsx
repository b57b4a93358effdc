import { Button, CloseButton, Group, Pill, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '@/lib/text';
import { chips, minSearch, type AuditFilters } from './filters';

interface Props {
  filters: AuditFilters;
  /** What the one object is called that is asked for, as far as it was found. */
  objectName: string | undefined;
  onFilter: (filters: AuditFilters) => void;
}

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** On a phone two stand side by side. */
const half = 'calc(50% - 6px)';

export function AuditFilterBar({ filters, objectName, onFilter }: Props) {
  const given = filters.search ?? '';
  const [typed, setTyped] = useState(given);
  const [known, setKnown] = useState(given);
  // The address may change from outside, by a removed chip for example.
  if (known !== given) {
    setKnown(given);
    if (typed.trim() !== given) setTyped(given);
  }
  const search = (value: string) => {
    const wanted = value.trim();
    if (wanted === '' || wanted.length >= minSearch) onFilter({ ...filters, search: wanted || undefined });
  };
  const searchLater = useDebouncedCallback(search, 350);
  const short = typed.trim() !== '' && typed.trim().length < minSearch;
  const active = chips(filters, objectName);
  return (
    <>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          searchLater.cancel();
          search(typed);
        }}
      >
        <Group gap="sm" align="flex-end" mb="sm">
          <TextInput
            type="search"
            label={text.audit.search}
            description={short ? text.audit.searchShort : text.audit.searchHint}
            leftSection={<IconSearch size={16} aria-hidden />}
            flex={{ base: '1 1 100%', sm: '1 1 280px' }}
            maxLength={200}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              searchLater(event.currentTarget.value);
            }}
          />
          <Select
            label={text.audit.action}
            placeholder={text.audit.anyAction}
            data={options(text.audit.actions)}
            value={filters.action ?? null}
            onChange={(action) => onFilter({ ...filters, action: action ?? undefined })}
            clearable
            clearButtonProps={{ 'aria-label': text.common.clear }}
            w={{ base: half, sm: 170 }}
          />
          <Select
            label={text.audit.kind}
            placeholder={text.audit.anyKind}
            data={options(text.audit.kinds)}
            value={filters.objectKind ?? null}
            onChange={(objectKind) => onFilter({ ...filters, objectKind: objectKind ?? undefined })}
            clearable
            clearButtonProps={{ 'aria-label': text.common.clear }}
            w={{ base: half, sm: 170 }}
          />
          <TextInput
            type="date"
            label={text.audit.from}
            value={filters.from ?? ''}
            max={filters.to}
            onChange={(event) => onFilter({ ...filters, from: event.currentTarget.value || undefined })}
            w={{ base: half, sm: 150 }}
          />
          <TextInput
            type="date"
            label={text.audit.to}
            value={filters.to ?? ''}
            min={filters.from}
            onChange={(event) => onFilter({ ...filters, to: event.currentTarget.value || undefined })}
            w={{ base: half, sm: 150 }}
          />
        </Group>
      </form>
      {active.length > 0 && (
        <Group role="group" aria-label={text.audit.filters} gap="xs" mb="md">
          {active.map(({ name, label }) => (
            <Pill key={name} size="md">
              <Group gap={4} wrap="nowrap">
                {label}
                <CloseButton
                  size="xs"
                  aria-label={text.audit.removeFilter(label)}
                  onClick={() => onFilter({ ...filters, [name]: undefined })}
                />
              </Group>
            </Pill>
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => onFilter({})}>
            {text.audit.clearAll}
          </Button>
        </Group>
      )}
    </>
  );
}
