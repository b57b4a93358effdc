import { Button, Group, Menu, Pill, ScrollArea, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDebouncedValue } from '@mantine/hooks';
import { IconFilterPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ConnectionFacets } from '@/api/types';
import { formatNumber } from '@/lib/format';
import { text } from '@/lib/text';
import { useFacets, useOtherChannels } from './api';
import { filterKinds, isFiltered, toggled, type FilterKind, type ListState } from './state';

const words = text.connectionList;
/** More than one takes in at a glance. */
const MANY = 10;
/** So many values the service counts of a kind. */
const COUNTED = 200;

interface Props {
  state: ListState;
  onChange: (change: Partial<ListState>) => void;
}

/** Search, and the filters as chips: each can be taken away, and the menu says what a new one would show. */
export function FilterBar({ state, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const [kind, setKind] = useState<FilterKind>();
  const [left, setLeft] = useState<FilterKind>();
  const facets = useFacets(state, opened || Object.keys(state.filters).length > 0).data;
  const [sought, setSought] = useState('');
  const offered = kind === undefined ? [] : (facets?.[kind] ?? []);
  const long = offered.length > MANY;
  const counted =
    kind === undefined
      ? []
      : offered
          .map(({ value, count }) => ({ value, name: nameOf(kind, value, facets), count }))
          .filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  const [asked] = useDebouncedValue(sought.trim(), 150);
  const others = useOtherChannels(asked, kind === 'channel' && offered.length >= COUNTED) ?? [];
  const found: { value: string; name: string; count?: number }[] = [
    ...counted,
    ...others
      .filter(({ id }) => kind === 'channel' && sought.trim() !== '' && !offered.some(({ value }) => value === id))
      .map(({ id, name }) => ({ value: id, name })),
  ];
  const choose = (of: FilterKind, value: string) => onChange({ filters: toggled(state.filters, of, value) });
  return (
    <Group gap="xs" className="list-filters">
      <Search key="search" search={state.search} onSearch={(search) => onChange({ search })} />
      {filterKinds.flatMap((of) =>
        (state.filters[of] ?? []).map((value) => (
          <Pill
            key={`${of} ${value}`}
            size="md"
            withRemoveButton
            onRemove={() => choose(of, value)}
            removeButtonProps={{
              'aria-label': words.removeFilter(words.filters[of], nameOf(of, value, facets)),
              'aria-hidden': false,
              tabIndex: 0,
            }}
          >
            {words.filters[of]}: {nameOf(of, value, facets)}
          </Pill>
        )),
      )}
      <Menu
        opened={opened}
        onChange={(next) => {
          setOpened(next);
          if (!next) {
            setKind(undefined);
            setLeft(undefined);
            setSought('');
          }
        }}
        closeOnItemClick={false}
        position="bottom-start"
        width={280}
        withinPortal
      >
        <Menu.Target>
          <Button variant="default" size="sm" leftSection={<IconFilterPlus size={16} aria-hidden />}>
            {words.addFilter}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {kind === undefined ? (
            filterKinds.map((each) => (
              <Menu.Item key={each} autoFocus={each === left} onClick={() => setKind(each)}>
                {words.filters[each]}
              </Menu.Item>
            ))
          ) : (
            <>
              <Menu.Label>{words.filters[kind]}</Menu.Label>
              {long && (
                <TextInput
                  // The item that led here is gone, and with it the focus.
                  autoFocus
                  size="xs"
                  px={4}
                  pb={4}
                  aria-label={words.searchIn(words.filters[kind])}
                  placeholder={words.searchIn(words.filters[kind])}
                  leftSection={<IconSearch size={14} aria-hidden />}
                  value={sought}
                  onChange={(event) => setSought(event.currentTarget.value)}
                />
              )}
              <ScrollArea.Autosize mah={320}>
                {found.map(({ value, name, count }, index) => {
                  const chosen = state.filters[kind]?.includes(value) ?? false;
                  return (
                    <Menu.CheckboxItem
                      key={value}
                      autoFocus={index === 0 && !long}
                      checked={chosen}
                      onChange={() => choose(kind, value)}
                      rightSection={
                        <Text size="sm" c="dimmed" className="tabular">
                          {count !== undefined && formatNumber(count)}
                        </Text>
                      }
                    >
                      {name}
                    </Menu.CheckboxItem>
                  );
                })}
                {found.length === 0 && (
                  <Text size="sm" c="dimmed" p="xs">
                    {words.nothingToFilter}
                  </Text>
                )}
                {kind === 'channel' && (
                  <Text size="xs" c="dimmed" p="xs">
                    {words.everywhereHasNone}
                  </Text>
                )}
              </ScrollArea.Autosize>
              <Menu.Divider />
              <Menu.Item
                autoFocus={!facets?.[kind].length}
                onClick={() => {
                  setLeft(kind);
                  setKind(undefined);
                  setSought('');
                }}
              >
                {words.otherFilters}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isFiltered(state) && (
        <Button variant="subtle" size="sm" onClick={() => onChange({ search: '', filters: {} })}>
          {words.clearFilters}
        </Button>
      )}
    </Group>
  );
}

/** An address may say anything. */
const word = (known: Record<string, string>, value: string) => known[value] ?? value;

/** What has an id that nobody reads. */
const unnamed: Partial<Record<FilterKind, string>> = { label: words.aLabel, channel: words.aChannel };

function nameOf(kind: FilterKind, value: string, facets: ConnectionFacets | undefined): string {
  switch (kind) {
    case 'status':
      return word(text.connections.statuses, value);
    case 'outcome':
      return word(words.outcomes, value);
    case 'direction':
      return word(words.directions, value);
    case 'favorite':
      return value === 'true' ? words.starred : words.notStarred;
    case 'attention':
      return value === 'true' ? words.needsAttention : words.needsNobody;
    case 'on':
      return value === 'true' ? text.common.on : words.off;
    case 'label':
    case 'channel':
    case 'type':
    case 'creator':
    case 'objective':
      return facets?.[kind].find((facet) => facet.value === value)?.name ?? unnamed[kind] ?? value;
  }
}

/** Typed at once, asked for a moment later; what comes from the address replaces it. */
function Search({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  const asked = useRef(search);
  const ask = useDebouncedCallback((next: string) => {
    asked.current = next.trim();
    onSearch(next);
  }, 250);
  useEffect(() => {
    if (search !== asked.current) {
      asked.current = search;
      setTyped(search);
    }
  }, [search]);
  return (
    <TextInput
      type="search"
      aria-label={text.connections.searchLabel}
      placeholder={text.connections.searchLabel}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={{ base: '100%', sm: 280 }}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
