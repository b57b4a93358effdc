/**
 * Sentinels: what is asked decides how it ends, so that a story can meet every refusal.
 *   host `unreachable.example.com`, `moved.example.com` (other host key), `slow.example.com`, secret value `wrong`
 *   website `unreachable.example.com`, `plain.example.com` (names no known system)
 *   folder `/missing`, `/empty`, `/slow`; name `Stale`; name `Invalid`; name `Reserved` (somebody reserved it meanwhile); name `Already imported`; name `Breaks off` (its runs fail); name `Uninstalled` (its type was uninstalled meanwhile)
 *   source of consent `Broken line`, `Deleted meanwhile` (the objectives are), `Unreadable since` (the profile's consent is)
 *   property `needed-since` (a profile has got a value of it since its uses were asked for)
 */
export const sentinels = {
  unreachableHost: 'unreachable.example.com',
  plainWebsite: 'plain.example.com',
  movedHost: 'moved.example.com',
  wrongPassword: 'wrong',
  missingFolder: '/missing',
  emptyFolder: '/empty',
  slowHost: 'slow.example.com',
  slowFolder: '/slow',
  staleName: 'Stale',
  invalidName: 'Invalid',
  reservedName: 'Reserved',
  alreadyImported: 'Already imported',
  breaksOff: 'Breaks off',
  uninstalledName: 'Uninstalled',
  propertyNeededSince: 'needed-since',
  brokenSource: 'Broken line',
  goneObjective: 'Deleted meanwhile',
  unreadableSince: 'Unreadable since',
} as const;
