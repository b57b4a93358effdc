import { Box, Select, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, done } from '@/api/client';
import { BusyButton } from '@/components/BusyButton';
import { CodeToCopy } from '@/components/CodeToCopy';
import { Confirm } from '@/components/confirm';
import { ProblemNote } from '@/components/Frame';
import { useZones } from '@/components/objectives/known';
import { useMay } from '@/components/permissions';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';

const words = text.websiteTag;
const of = (id: string) => ({ params: { path: { id } } });

/** The line that the pages of a website include, and the key with which its server says who a visitor is. */
export function WebsiteTag({ channel }: { channel: string }) {
  const { inUse } = useZones();
  const [zone, setZone] = useState<string | null>(null);
  const attributes = [
    'async',
    `src="${window.location.origin}/tag.js"`,
    `data-channel="${channel}"`,
    ...(zone === null ? [] : [`data-zone="${zone}"`]),
  ];
  return (
    <Box component="section" aria-labelledby="website-tag" mt="lg" pt="md" className="below-form">
      <Text component="h3" id="website-tag" fw={600} size="sm">
        {words.title}
      </Text>
      <Stack gap="sm" mt={4}>
        <Text size="sm" c="dimmed">
          {words.purpose}
        </Text>
        <Select
          size="xs"
          label={words.zone}
          description={words.zoneHelp}
          placeholder={words.anyZone}
          clearable
          data={inUse
            .filter(({ code }) => code !== 'rest-of-world')
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={zone}
          onChange={setZone}
        />
        <CodeToCopy label={words.line} code={`<script ${attributes.join(' ')}></script>`} />
        <Key channel={channel} />
      </Stack>
    </Box>
  );
}

function Key({ channel }: { channel: string }) {
  const path = '/api/v1/channels/{id}/key';
  const may = useMay('applications:manage');
  const queries = useQueryClient();
  const key = $api.useQuery('get', path, of(channel), { retry: false });
  const [asking, setAsking] = useState(false);
  const [returnFocus, setReturnFocus] = useState(true);
  const make = useMutation({
    mutationFn: () => done(api.POST(path, of(channel))),
    onSettled: (given) => {
      setReturnFocus(given === undefined);
      setAsking(false);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', path] }),
  });
  const made = key.data?.made ?? false;
  return (
    <Box>
      <Text size="sm" fw={500}>
        {words.key}
      </Text>
      <Text size="sm" c="dimmed">
        {words.keyHelp}{' '}
        {key.data?.madeAt && (
          <>
            {words.madeBy(key.data.madeBy ?? '')} <RelativeTime at={key.data.madeAt} />.
          </>
        )}
      </Text>
      {key.isError && <ProblemNote failure={key.error} onRetry={() => void key.refetch()} />}
      {make.isError && <ProblemNote failure={make.error} />}
      {make.data?.key && (
        <Box mt="xs" role="status">
          <Text size="sm" mb={4}>
            {words.shownOnce}
          </Text>
          <CodeToCopy label={words.key} code={make.data.key} focused />
        </Box>
      )}
      {may && key.isSuccess && (
        <BusyButton
          mt="xs"
          size="xs"
          variant="default"
          leftSection={<IconKey size={15} aria-hidden />}
          loading={make.isPending}
          onClick={() => {
            setReturnFocus(true);
            if (made) setAsking(true);
            else make.mutate();
          }}
        >
          {made ? words.newKey : words.makeKey}
        </BusyButton>
      )}
      <Confirm
        opened={asking}
        title={words.newKeyTitle}
        action={words.newKey}
        danger
        busy={make.isPending}
        returnFocus={returnFocus}
        onClose={() => setAsking(false)}
        onConfirm={() => make.mutate()}
      >
        <Text>{words.newKeyText}</Text>
      </Confirm>
    </Box>
  );
}
