import { Box, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Me } from '@/api/types';
import { session, sessionChannelName, signingOut, useSessionExpired } from '@/api/session';
import { usePageTitle } from '@/components/Frame';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

export function SignInPage({ returnTo }: { returnTo: string }) {
  const signedOut = signingOut.happened();
  usePageTitle(signedOut ? text.session.signedOutTitle : text.session.signIn);
  return (
    <Box component="main" mih="100vh" style={{ display: 'grid', placeItems: 'center' }} p="md">
      <Stack align="center" maw={420} ta="center" gap="md">
        <Group gap="xs" style={{ color: 'var(--state-busy)' }}>
          <IconArrowsExchange size={40} aria-hidden />
        </Group>
        <Text fw={600}>{text.product}</Text>
        <Title order={1} fz={28}>
          {signedOut ? text.session.signedOutTitle : text.session.welcome}
        </Title>
        <Text c="dimmed">{signedOut ? text.session.signedOutText : text.session.welcomeHint}</Text>
        <Button component="a" href={paths.signIn(returnTo)} size="md" mt="xs">
          {text.session.signIn}
        </Button>
      </Stack>
    </Box>
  );
}

/** All windows share one session: where somebody else signed in meanwhile, what is shown begins again as theirs. */
function beginAgain(queries: QueryClient) {
  notifications.show({ message: text.session.somebodyElse, autoClose: false });
  void queries.resetQueries();
}

export function useSignedInAs(user: string | undefined) {
  const queries = useQueryClient();
  useEffect(() => {
    if (user === undefined) return undefined;
    if (session.signedIn(user)) beginAgain(queries);
    const channel = new BroadcastChannel(sessionChannelName);
    channel.postMessage(user);
    channel.onmessage = ({ data }: MessageEvent<string>) => {
      if (session.signedIn(data)) beginAgain(queries);
    };
    return () => channel.close();
  }, [user, queries]);
}

/** Where the window that signed in again ends: the others have heard of it, and it may be closed. */
export function SignedInPage() {
  usePageTitle(text.session.signedInTitle);
  return (
    <Box component="main" mih="100vh" style={{ display: 'grid', placeItems: 'center' }} p="md">
      <Stack align="center" ta="center">
        <Title order={1}>{text.session.signedInTitle}</Title>
        <Text>{text.session.signedInText}</Text>
        <Button variant="default" onClick={() => window.close()}>
          {text.common.close}
        </Button>
      </Stack>
    </Box>
  );
}

/** Stands over the work, which stays as it is beneath, until the session is renewed in another window. */
export function SessionExpiredDialog() {
  const expired = useSessionExpired();
  const queries = useQueryClient();
  const [stillOut, setStillOut] = useState(false);

  async function check(said: boolean) {
    // Asked without the client, whose calls wait for exactly this answer.
    const response = await fetch('/api/v1/me').catch(() => undefined);
    if (response?.ok) {
      const { id } = (await response.json()) as Me;
      setStillOut(false);
      if (session.signedIn(id)) beginAgain(queries);
      else void queries.invalidateQueries();
    } else setStillOut(said);
  }

  useEffect(() => {
    if (!expired) return;
    const channel = new BroadcastChannel(sessionChannelName);
    channel.onmessage = () => void check(false);
    const back = () => void check(false);
    window.addEventListener('focus', back);
    return () => {
      channel.close();
      window.removeEventListener('focus', back);
    };
  });

  return (
    <Modal
      opened={expired}
      onClose={() => void check(true)}
      title={text.session.expiredTitle}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      centered
      zIndex={1000}
    >
      <Stack>
        <Text>{text.session.expiredText}</Text>
        {stillOut && (
          <Text c="red" role="alert" size="sm">
            {text.session.stillSignedOut}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void check(true)}>
            {text.session.checkAgain}
          </Button>
          <Button component="a" href={paths.signIn(paths.signedIn())} target="_blank" rel="opener" data-autofocus>
            {text.session.signInAgain}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
