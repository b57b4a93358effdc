import {
  ActionIcon,
  Button,
  Drawer,
  Group,
  Indicator,
  Kbd,
  Menu,
  Modal,
  Stack,
  Table,
  Text,
  Tooltip,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { useHotkeys, useLocalStorage, useMediaQuery, useNetwork } from '@mantine/hooks';
import {
  IconActivity,
  IconArrowsExchange,
  IconBroadcast,
  IconChecklist,
  IconDeviceDesktop,
  IconDots,
  IconHelp,
  IconHome,
  IconLayoutSidebar,
  IconLogout,
  IconMoon,
  IconPlugConnected,
  IconSearch,
  IconSettings,
  IconSun,
  IconUsers,
  IconWifiOff,
  type Icon,
} from '@tabler/icons-react';
import { Link, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { $api, signOut } from '@/api/client';
import { signingOut } from '@/api/session';
import { undoByKey } from '@/components/marks/undo';
import { useRunningRuns } from '@/components/run/useRunningRuns';
import { ActivityList } from '@/features/run/Activity';
import { SessionExpiredDialog } from '@/features/session/SignIn';
import { useLiveInterrupted } from '@/lib/live';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { CommandPalette } from './CommandPalette';

const places: { to: string; name: string; icon: Icon }[] = [
  { to: paths.home(), name: text.nav.home, icon: IconHome },
  { to: paths.connections(), name: text.nav.connections, icon: IconPlugConnected },
  { to: paths.profiles(), name: text.nav.profiles, icon: IconUsers },
  { to: paths.channels(), name: text.nav.channels, icon: IconBroadcast },
  { to: paths.objectives(), name: text.nav.objectives, icon: IconChecklist },
  { to: paths.settings(), name: text.nav.settings, icon: IconSettings },
];

export function Shell({ away, children }: { away: boolean; children: ReactNode }) {
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  const [chosen, setNarrow] = useLocalStorage<boolean | null>({ key: 'connections.rail.narrow', defaultValue: null });
  // On a tablet the page needs the room more than the names of six places do.
  const small = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false });
  const narrow = chosen ?? small;
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const [more, setMore] = useState(false);
  const waitingForSecondKey = useRef(0);

  const secondKey = (to: string) => () => {
    if (Date.now() - waitingForSecondKey.current < 1200) void router.navigate({ to });
  };
  useHotkeys([
    ['mod+K', () => setPalette(true)],
    ['shift+?', () => setKeys(true)],
    ['g', () => (waitingForSecondKey.current = Date.now())],
    ['h', secondKey(paths.home())],
    ['c', secondKey(paths.connections())],
    ['p', secondKey(paths.profiles())],
  ]);
  useHotkeys(
    [
      ['mod+K', () => setPalette(true)],
      ['mod+Z', undoByKey, { preventDefault: false }],
    ],
    [],
  );
  const announcement = useRouteAnnouncement(main);

  return (
    <>
      <a href="#main" className="skip">
        {text.skipToContent}
      </a>
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      <div className="shell" data-narrow={narrow}>
        <nav className="rail" aria-label={text.nav.label}>
          <Group
            h={36}
            px={12}
            mb={8}
            gap={12}
            wrap="nowrap"
            style={{ overflow: 'hidden', color: 'var(--state-busy)' }}
          >
            <IconArrowsExchange size={20} aria-hidden style={{ flex: 'none' }} />
            {!narrow && <Text fw={700}>{text.product}</Text>}
          </Group>
          {places.map(({ to, name, icon: Glyph }) => (
            <Tooltip key={to} label={name} position="right" disabled={!narrow}>
              <Link
                to={to}
                className="rail-link"
                aria-label={name}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                style={to === paths.settings() ? { marginTop: 'auto' } : undefined}
              >
                <Glyph size={19} aria-hidden style={{ flex: 'none' }} />
                {!narrow && name}
              </Link>
            </Tooltip>
          ))}
          <UnstyledButton className="rail-link" onClick={() => setKeys(true)} aria-label={text.keys.open}>
            <IconHelp size={19} aria-hidden style={{ flex: 'none' }} />
            {!narrow && text.keys.title}
          </UnstyledButton>
          <UnstyledButton
            className="rail-link"
            onClick={() => setNarrow(!narrow)}
            aria-label={narrow ? text.nav.expand : text.nav.collapse}
            aria-expanded={!narrow}
          >
            <IconLayoutSidebar size={19} aria-hidden style={{ flex: 'none' }} />
            {!narrow && text.nav.collapse}
          </UnstyledButton>
        </nav>
        <div style={{ minWidth: 0 }}>
          <div className="topbar" role="region" aria-label={text.nav.tools}>
            <Button
              variant="default"
              size="xs"
              c="dimmed"
              leftSection={<IconSearch size={15} aria-hidden />}
              rightSection={
                <Kbd size="xs" className="wide-only" aria-hidden>
                  {text.keys.search}
                </Kbd>
              }
              onClick={() => setPalette(true)}
              aria-keyshortcuts="Control+K Meta+K"
              style={{ flex: '0 1 320px' }}
              styles={{ label: { flex: 1, textAlign: 'start' } }}
            >
              {text.palette.open}
            </Button>
            <Notices away={away} />
            <Group ml="auto" gap={4} wrap="nowrap">
              <ActivityMenu />
              <ThemeMenu />
              <UserMenu />
            </Group>
          </div>
          <main id="main" className="main" ref={main} tabIndex={-1}>
            {children}
          </main>
        </div>
        <nav className="bottombar" aria-label={text.nav.label}>
          {places.slice(0, 3).map(({ to, name, icon: Glyph }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Glyph size={20} aria-hidden />
              {name}
            </Link>
          ))}
          <button type="button" onClick={() => setMore(true)} aria-haspopup="dialog">
            <IconDots size={20} aria-hidden />
            {text.nav.more}
          </button>
        </nav>
      </div>
      <Drawer
        opened={more}
        onClose={() => setMore(false)}
        position="bottom"
        size="auto"
        title={text.nav.more}
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <Stack gap={4}>
          {places.slice(3).map(({ to, name, icon: Glyph }) => (
            <Link key={to} to={to} className="rail-link" onClick={() => setMore(false)}>
              <Glyph size={19} aria-hidden />
              {name}
            </Link>
          ))}
        </Stack>
      </Drawer>
      <CommandPalette
        opened={palette}
        onClose={() => setPalette(false)}
        onShowKeys={() => setKeys(true)}
        places={places}
      />
      <Modal
        opened={keys}
        onClose={() => setKeys(false)}
        title={text.keys.title}
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <Table>
          <Table.Tbody>
            {text.keys.list.map(([key, meaning]) => (
              <Table.Tr key={key}>
                <Table.Td w={110}>
                  <Kbd>{key}</Kbd>
                </Table.Td>
                <Table.Td>{meaning}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
      <SessionExpiredDialog />
    </>
  );
}

/** On a new page the focus begins at its head, and its title is said. */
function useRouteAnnouncement(main: React.RefObject<HTMLElement | null>): string {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    if (pathname === undefined) return;
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
    // The page sets its title in an effect of its own, which may come after this one.
    const later = requestAnimationFrame(() =>
      setAnnouncement(text.nav.pageOpened(document.title.split(' · ')[0] ?? '')),
    );
    return () => cancelAnimationFrame(later);
  }, [pathname, main]);
  return announcement;
}

function Notices({ away }: { away: boolean }) {
  const { online } = useNetwork();
  const interrupted = useLiveInterrupted();
  if (online && !interrupted && !away) return null;
  const words = !online ? text.offline.noNetwork : away ? text.offline.noService : text.offline.noLiveUpdates;
  return (
    <Tooltip label={words}>
      <Group gap={6} wrap="nowrap" role="status" style={{ color: 'var(--state-warn)', minWidth: 0 }}>
        <IconWifiOff size={16} aria-hidden style={{ flex: 'none' }} />
        <Text size="sm" truncate>
          {words}
        </Text>
      </Group>
    </Tooltip>
  );
}

function ActivityMenu() {
  const running = useRunningRuns();
  const amount = running.data?.items.length ?? 0;
  return (
    <Menu position="bottom-end" width={360}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.activity.open(amount)}>
          <Indicator disabled={amount === 0} label={amount} size={16} offset={2}>
            <IconActivity size={19} aria-hidden />
          </Indicator>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.activity.title}</Menu.Label>
        <ActivityList runs={running.data?.items ?? []} />
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = [
    ['light', text.appearance.light, IconSun],
    ['dark', text.appearance.dark, IconMoon],
    ['auto', text.appearance.system, IconDeviceDesktop],
  ] as const;
  const Current = choices.find(([scheme]) => scheme === colorScheme)?.[2] ?? IconSun;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.appearance.title}>
          <Current size={19} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([scheme, name, Glyph]) => (
          <Menu.Item
            key={scheme}
            leftSection={<Glyph size={16} aria-hidden />}
            rightSection={scheme === colorScheme ? '✓' : undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function UserMenu() {
  const { data: me } = $api.useQuery('get', '/api/v1/me');
  if (!me) return null;
  const initials = me.name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={32} radius="xl">
          <Text size="xs" fw={600} aria-hidden>
            {initials}
          </Text>
          <VisuallyHidden>{text.user.menu(me.name)}</VisuallyHidden>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          <Text size="xs">{me.roles.join(', ')}</Text>
        </Menu.Label>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() =>
            void signOut().then((next) => {
              signingOut.begin();
              window.location.assign(next);
            })
          }
        >
          {text.user.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
