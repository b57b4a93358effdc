import { Badge, Combobox, Group, InputBase, Text, useCombobox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PropertyType } from '@/api/types';
import { useEditing } from '@/components/editing';
import { ProblemNote } from '@/components/Frame';
import { slug } from '@/lib/slug';
import { text } from '@/lib/text';
import { useProperties } from './useProperties';

/** Type-ahead over the properties; a name that does not exist yet can be created on the spot. */
export function PropertyPicker({
  value,
  guessed,
  error,
  withoutIdentifiers,
  onChange,
}: {
  value: string;
  /** Of which type a new one is; where nothing is made, there is none. */
  guessed?: PropertyType;
  /** Why no identifier can be chosen; absent where one can. */
  withoutIdentifiers?: string;
  error: string | undefined;
  onChange: (property: string) => void;
}) {
  const { mayWrite } = useEditing();
  const { properties, create } = useProperties();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string>();
  const chosen = properties.find((property) => property.id === value);
  const search = (typed ?? '').trim();
  const offered = properties.filter(({ identifier }) => !identifier || withoutIdentifiers === undefined);
  const found = offered.filter((property) =>
    `${property.name} ${property.id}`.toLowerCase().includes(search.toLowerCase()),
  );
  const exact = properties.some(
    (property) => property.name.toLowerCase() === search.toLowerCase() || property.id === slug(search),
  );
  const making = useMutation({
    mutationFn: (name: string) => create([{ name, type: guessed ?? 'TEXT', identifier: false }]),
    onSuccess: ([property]) => property && onChange(property.id),
    onError: (failure) => notifications.show({ color: 'red', message: <ProblemNote failure={failure} /> }),
  });
  return (
    <Combobox
      // Each row of a wide file has this list of all properties: drawn ahead, they are what the page dies of.
      keepMounted={false}
      store={combobox}
      onOptionSubmit={(option) => {
        if (option === 'create') making.mutate(search);
        else onChange(option.slice(1));
        setTyped(undefined);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          size="xs"
          aria-label={text.goal.property}
          placeholder={text.goal.chooseProperty}
          disabled={!mayWrite || making.isPending}
          error={error}
          rightSection={<Combobox.Chevron />}
          value={typed ?? chosen?.name ?? value}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            setTyped(undefined);
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={240} style={{ overflowY: 'auto' }}>
          {found.map((property) => (
            <Combobox.Option key={property.id} value={`=${property.id}`}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <span className="clipped">{property.name}</span>
                <Text size="xs" c="dimmed">
                  {property.identifier ? text.properties.identifier : text.properties.types[property.type]}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {guessed !== undefined && search !== '' && !exact && (
            <Combobox.Option value="create">
              {text.goal.createProperty(search)} <Badge size="xs">{text.properties.types[guessed]}</Badge>
            </Combobox.Option>
          )}
          {found.length === 0 && (guessed === undefined || exact) && (
            <Combobox.Empty>{text.goal.noSuchProperty}</Combobox.Empty>
          )}
        </Combobox.Options>
        {withoutIdentifiers !== undefined && offered.length < properties.length && (
          <Combobox.Footer>
            <Text size="xs" c="dimmed">
              {withoutIdentifiers}
            </Text>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
