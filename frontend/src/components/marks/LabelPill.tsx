import { CloseButton, Loader, Menu, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '@/api/client';
import type { LabelRef, NamedObject } from '@/api/types';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { hueOf } from './hue';
import { placeOf } from './places';

interface Props {
  label: LabelRef;
  /** What it stands on, which is no other. */
  of: NamedObject;
  onRemove: (() => void) | undefined;
}

/** Opens the others that have it. */
export function LabelPill({ label, of, onRemove }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <span className="label-pill">
      <Menu opened={opened} onChange={setOpened} width={280} withinPortal>
        <Menu.Target>
          <UnstyledButton className="label-pill-name" aria-label={text.labels.open(label.name)}>
            <span className="label-dot" style={{ background: hueOf(label.name) }} aria-hidden />
            <bdi>{label.name}</bdi>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown mah="min(360px, 60dvh)" style={{ overflowY: 'auto' }}>
          {opened && <Others label={label} of={of} />}
        </Menu.Dropdown>
      </Menu>
      {onRemove && <CloseButton size="xs" aria-label={text.labels.remove(label.name)} onClick={onRemove} />}
    </span>
  );
}

function Others({ label, of }: { label: LabelRef; of: NamedObject }) {
  const found = $api.useQuery('get', '/api/v1/labels/{id}/objects', {
    params: { path: { id: label.id }, query: { limit: 20 } },
  });
  const others = found.data?.items.filter((object) => object.kind !== of.kind || object.id !== of.id) ?? [];
  return (
    <>
      <Menu.Label>{text.labels.others}</Menu.Label>
      {found.isPending && <Loader size="xs" m="xs" />}
      {found.isSuccess && others.length === 0 && (
        <Text size="sm" c="dimmed" px="sm" py={4}>
          {text.labels.noOthers}
        </Text>
      )}
      {others.map((object) => (
        <Menu.Item key={`${object.kind} ${object.id}`} component={Link} to={placeOf(object)}>
          <bdi style={{ overflowWrap: 'anywhere' }}>{object.name}</bdi>
          <Text size="xs" c="dimmed">
            {text.labels.kinds[object.kind]}
          </Text>
        </Menu.Item>
      ))}
      {found.data?.next !== undefined && (
        <Menu.Item component={Link} to={`${paths.labels()}?search=${encodeURIComponent(label.name)}`}>
          {text.labels.all}
        </Menu.Item>
      )}
    </>
  );
}
