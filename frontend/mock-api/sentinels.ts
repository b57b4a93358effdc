/**
 * Sentinels: what is asked decides how it ends, so that a story can meet every refusal.
 *   host `unreachable.example.com`, `moved.example.com` (other host key), secret value `wrong`
 *   folder `/missing`, `/empty`, `/slow`; name `Stale`; name `Invalid`; name `Already imported`; name `Uninstalled` (its type was uninstalled meanwhile)
 */
export const sentinels = {
  unreachableHost: 'unreachable.example.com',
  movedHost: 'moved.example.com',
  wrongPassword: 'wrong',
  missingFolder: '/missing',
  emptyFolder: '/empty',
  slowFolder: '/slow',
  staleName: 'Stale',
  invalidName: 'Invalid',
  alreadyImported: 'Already imported',
  uninstalledName: 'Uninstalled',
} as const;
