import { Box, Modal, Text, TextInput, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconArrowRight,
  IconBolt,
  IconLayoutGrid,
  IconListDetails,
  IconListSearch,
  IconPlugConnected,
  IconSearch,
  IconShieldLock,
  IconStar,
  IconTag,
  IconUser,
  IconUserOff,
  IconUserSearch,
  type Icon,
} from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { $api } from '@/api/client';
import { placeOf } from '@/components/marks/places';
import { useMay } from '@/components/permissions';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

interface Entry {
  key: string;
  group: string;
  name: string;
  icon: Icon;
  act: () => void;
}

interface Props {
  opened: boolean;
  onClose: () => void;
  onShowKeys: () => void;
  places: { to: string; name: string; icon: Icon }[];
}

/** There before the next key comes: who types at once loses no letter, which a fade would cost. */
const AT_ONCE = { duration: 0 };
/** Names of pages and connections have neither as a rule; numbers, addresses and keys of customers have. */
const likeIdentifier = /[\d@]/;
const mostProfiles = 3;
const listen = (field: HTMLInputElement | null) => field?.focus();

/** Go anywhere, run any action, find any connection. */
export function CommandPalette(props: Props) {
  return (
    <Modal.Root opened={props.opened} onClose={props.onClose} size={560} yOffset="12vh" transitionProps={AT_ONCE}>
      <Modal.Overlay />
      <Modal.Content aria-label={text.palette.open}>
        <Search {...props} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ onClose, onShowKeys, places }: Props) {
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const mayAdd = useMay('connections:write');
  const mayAudit = useMay('audit:read');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const [asked] = useDebouncedValue(typed.trim(), 120);
  const list = useId();
  const found = $api.useQuery('get', '/api/v1/connections', {
    params: { query: { limit: 8, ...(asked === '' ? {} : { search: asked }) } },
  });
  const mayFind = useMay('profiles:read');
  const asksProfiles = mayFind && likeIdentifier.test(asked);
  const profiles = $api.useQuery(
    'get',
    '/api/v1/profiles',
    { params: { query: { identifier: asked, limit: mostProfiles } } },
    { enabled: asksProfiles, retry: false },
  );
  const favorites = $api.useQuery('get', '/api/v1/favorites', { params: { query: { limit: 100 } } });
  const go = (to: string) => () => void router.navigate({ to });
  const fits = (name: string, also?: string) =>
    [name, also].some((words) => words?.toLowerCase().includes(typed.trim().toLowerCase()));
  const answered = asked === typed.trim() && !found.isPending && !(asksProfiles && profiles.isPending);
  const stars = favorites.data?.items ?? [];
  // A star that is offered as such is not offered twice.
  const starred = new Set(stars.filter(({ name }) => fits(name)).map(({ id }) => id));
  // What comes from afar stands last: nothing is pushed away under somebody's Enter, and what was found for
  // other words is offered only where it fits these.
  const settings = text.settings.title;
  const entries: Entry[] = [
    ...[
      ...places,
      { to: paths.labels(), name: text.labels.title, icon: IconTag, also: settings },
      { to: paths.privacy(), name: text.privacy.title, icon: IconShieldLock, also: settings },
      { to: paths.properties(), name: text.properties.title, icon: IconListDetails, also: settings },
      { to: paths.erasures(), name: text.erasure.all, icon: IconUserOff, also: settings },
      ...(mayAudit ? [{ to: paths.audit(), name: text.audit.title, icon: IconListSearch, also: settings }] : []),
      {
        to: paths.connectionTypes(),
        name: text.types.title,
        icon: IconLayoutGrid,
        also: `${text.palette.typeGallery} ${settings}`,
      },
    ]
      .filter((place) => fits(place.name, 'also' in place ? place.also : undefined))
      .map(({ to, name, icon }) => ({ key: to, group: text.palette.pages, name, icon, act: go(to) })),
    ...stars
      .filter((object) => fits(object.name))
      .map((object) => ({
        key: `${object.kind} ${object.id}`,
        group: text.palette.favorites,
        name: object.name,
        icon: IconStar,
        act: go(placeOf(object)),
      })),
    ...[
      ...(mayAdd
        ? [
            {
              name: text.palette.addConnection,
              also: text.palette.typeGallery,
              act: () => void router.navigate({ to: '/connections', search: { gallery: true } }),
            },
          ]
        : []),
      ...(mayAdd ? [{ name: text.palette.discover, also: text.discovery.title, act: go(paths.discovery()) }] : []),
      { name: text.palette.lightTheme, act: () => setColorScheme('light') },
      { name: text.palette.darkTheme, act: () => setColorScheme('dark') },
      { name: text.palette.showKeys, act: onShowKeys },
    ]
      .filter((action) => fits(action.name, 'also' in action ? action.also : undefined))
      .map((action) => ({ ...action, key: action.name, group: text.palette.actions, icon: IconBolt })),
    ...(found.data?.items ?? [])
      .filter(({ id, name }) => (answered || fits(name)) && !starred.has(id))
      .map(({ id, name }) => ({
        key: id,
        group: text.palette.connections,
        name,
        icon: IconPlugConnected,
        act: go(paths.connection(id)),
      })),
  ];
  if (answered && asksProfiles)
    entries.push(
      ...(profiles.data?.items ?? []).slice(0, mostProfiles).map(({ id, label }) => ({
        key: id,
        group: text.palette.profiles,
        name: label,
        icon: IconUser,
        act: go(paths.profile(id)),
      })),
      {
        key: 'find',
        group: text.palette.profiles,
        name: text.palette.findProfile(asked),
        icon: IconUserSearch,
        act: () => void router.navigate({ to: '/profiles', search: { identifier: asked } }),
      },
    );
  const chosen = Math.min(at, entries.length - 1);

  function choose(entry: Entry | undefined) {
    if (!entry) return;
    onClose();
    entry.act();
  }

  // Who types a connection's name and Enter at once need not wait for the answer first.
  const awaited = entered && answered ? entries[0] : undefined;
  useEffect(() => {
    if (awaited) choose(awaited);
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, entries.length));
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') {
      choose(entries[chosen]);
      setEntered(!answered && entries.length === 0);
    } else return;
    event.preventDefault();
  }

  return (
    <Box>
      <TextInput
        ref={listen}
        data-autofocus
        size="md"
        variant="unstyled"
        px="md"
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder={text.palette.placeholder}
        aria-label={text.palette.placeholder}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          setEntered(false);
        }}
        onKeyDown={onKeyDown}
      />
      <Box
        id={list}
        role="listbox"
        aria-label={text.palette.open}
        mah="50vh"
        p={8}
        style={{ overflowY: 'auto', borderTop: '1px solid var(--hairline)' }}
      >
        {entries.length === 0 && answered && (
          <Text c="dimmed" p="md" role="option" aria-selected={false} aria-disabled>
            {text.palette.nothing}
          </Text>
        )}
        {entries.map((entry, index) => (
          <UnstyledButton
            key={`${entry.group} ${entry.key}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className="rail-link"
            w="100%"
            style={index === chosen ? { background: 'var(--tint-busy)' } : undefined}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(entry)}
          >
            <entry.icon size={17} aria-hidden style={{ flex: 'none' }} />
            <span className="clipped" style={{ flex: 1 }}>
              {entry.name}
            </span>
            <Text component="span" size="xs" c="dimmed">
              {entry.group}
            </Text>
            {index === chosen && <IconArrowRight size={15} aria-hidden />}
          </UnstyledButton>
        ))}
      </Box>
    </Box>
  );
}
