-- A session keeps its key when its tokens are renewed. Of the requests that find them over, one
-- renews them; the others, on whichever replica, wait for it.

alter table session_token
    add column refresh_at timestamptz,
    add column refreshing_until timestamptz;
