import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { $api } from '@/api/client';
import { text } from '@/lib/text';
import { channelKinds, seenWords, type ChannelFilter } from './filter';

const words = text.channels;

interface Props {
  filter: ChannelFilter;
  onFilter: (filter: ChannelFilter) => void;
}

/** By what people tell channels apart: words, kind, label, and when they were seen last. */
export function ChannelFilterFields({ filter, onFilter }: Props) {
  const labels = $api.useQuery('get', '/api/v1/labels', { params: { query: { limit: 200 } } });
  const narrow = (change: ChannelFilter) => onFilter({ ...filter, ...change });
  return (
    <Group gap="xs" className="channel-filters">
      <Search search={filter.search ?? ''} onSearch={(search) => narrow({ search: search || undefined })} />
      <Select
        aria-label={words.kind}
        placeholder={words.anyKind}
        clearable
        clearButtonProps={{ 'aria-label': text.common.clear }}
        data={channelKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={filter.kind ?? null}
        onChange={(kind) => narrow({ kind: kind ?? undefined })}
      />
      <Select
        aria-label={text.labels.name}
        placeholder={words.anyLabel}
        clearable
        clearButtonProps={{ 'aria-label': text.common.clear }}
        searchable
        data={(labels.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.label ?? null}
        onChange={(label) => narrow({ label: label ?? undefined })}
        nothingFoundMessage={text.labels.nothing}
      />
      <Select
        aria-label={words.lastSeen}
        placeholder={words.anyTime}
        clearable
        clearButtonProps={{ 'aria-label': text.common.clear }}
        data={seenWords.map((value) => ({ value, label: words.seen[value] }))}
        value={filter.seen ?? null}
        onChange={(seen) => narrow({ seen: seen ?? undefined })}
      />
    </Group>
  );
}

/** What is typed is asked for a moment later; what comes from elsewhere is shown. */
function Search({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  const told = useRef(search);
  const tell = useDebouncedCallback((next: string) => {
    told.current = next;
    onSearch(next);
  }, 250);
  useEffect(() => {
    if (search !== told.current) {
      told.current = search;
      setTyped(search);
    }
  }, [search]);
  return (
    <TextInput
      type="search"
      aria-label={words.searchLabel}
      placeholder={words.searchLabel}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
