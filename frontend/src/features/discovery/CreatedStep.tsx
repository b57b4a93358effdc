import { Badge, Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { $api } from '@/api/client';
import { asProblem } from '@/api/problem';
import { ProblemNote, Waiting } from '@/components/Frame';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

/** What was made, and what is left to do for each as it is by now. */
export function CreatedStep({ made, onAnew }: { made: string[]; onAnew: () => void }) {
  return (
    <Stack gap="lg">
      <Group wrap="nowrap" align="flex-start" gap="sm" role="status">
        <IconCircleCheck size={24} aria-hidden style={{ color: 'var(--state-good)', flex: 'none' }} />
        <Box>
          <Title order={2} fz="lg">
            {text.discovery.createdTitle(made.length)}
          </Title>
          <Text c="dimmed">{text.discovery.createdText}</Text>
        </Box>
      </Group>
      {made.map((id) => (
        <Made key={id} id={id} />
      ))}
      <Group justify="space-between">
        <Button variant="default" onClick={onAnew}>
          {text.discovery.anew}
        </Button>
        <Button variant="subtle" component={Link} to={paths.connections()}>
          {text.discovery.toList}
        </Button>
      </Group>
    </Stack>
  );
}

function Made({ id }: { id: string }) {
  const found = $api.useQuery('get', '/api/v1/connections/{id}', { params: { path: { id } } });
  if (found.isPending)
    return (
      <Box className="panel">
        <Waiting lines={3} />
      </Box>
    );
  if (found.isError)
    return asProblem(found.error).status === 404 ? (
      <Text className="panel" p="md" c="dimmed">
        {text.discovery.goneConnection}
      </Text>
    ) : (
      <ProblemNote failure={found.error} onRetry={() => void found.refetch()} />
    );
  const { name, on, problems } = found.data;
  return (
    <Stack className="panel" p="md" gap="sm" component="section" aria-label={name}>
      <Group gap="sm">
        <Link to={paths.connection(id)} className="link" style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {name}
        </Link>
        <Badge variant="outline" color={on ? 'green' : 'gray'}>
          {on ? text.common.on : text.common.off}
        </Badge>
      </Group>
      <Box>
        <Text size="sm" fw={500}>
          {text.discovery.left}
        </Text>
        {problems.length === 0 ? (
          <Text size="sm">{text.discovery.nothingLeft}</Text>
        ) : (
          <Box component="ul" m={0} pl="lg" fz="sm">
            {problems.map(({ pointer, message }) => (
              <li key={pointer}>{message}</li>
            ))}
          </Box>
        )}
      </Box>
      <Group>
        <Button
          component={Link}
          to={paths.connection(id)}
          size="xs"
          variant="light"
          rightSection={<IconArrowRight size={14} aria-hidden />}
        >
          {text.discovery.openConnection(name)}
        </Button>
      </Group>
    </Stack>
  );
}
