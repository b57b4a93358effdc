/** Under which what happened to a profile is kept; whoever changes the profile has it asked for again. */
export const historyKey = (profile: string) => ['get', '/api/v1/profiles/{id}/history', profile];
