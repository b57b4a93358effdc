import { Anchor } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { $api } from '@/api/client';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

/** Two of one name are allowed, but easily taken for each other. Asks what the status mark asks, so nothing more. */
export function Namesakes({ id }: { id: string }) {
  const { data } = $api.useQuery('get', '/api/v1/connections/{id}/summary', { params: { path: { id } } });
  if (!data?.namesakes) return null;
  return (
    <Anchor
      component={Link}
      to={`${paths.connections()}?search=${encodeURIComponent(data.name)}`}
      size="sm"
      className="namesakes"
    >
      <IconCopy size={14} aria-hidden />
      {text.editor.namesakes(data.namesakes)}
    </Anchor>
  );
}
