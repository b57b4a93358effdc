import { getRouteApi } from '@tanstack/react-router';
import { ChannelsPage } from '@/features/channels/ChannelsPage';

const route = getRouteApi('/channels');

export function ChannelsRoute() {
  const { channel, ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ChannelsPage
      filter={filter}
      open={channel}
      onFilter={(search) => void navigate({ search, replace: true })}
      onOpen={(next) => void navigate({ search: { ...filter, channel: next } })}
    />
  );
}
