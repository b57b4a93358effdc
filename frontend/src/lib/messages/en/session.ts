/** Signing in, signing out, and a session that ended. */
export const session = {
  session: {
    welcome: 'Keep customer profiles in step',
    welcomeHint: 'Bring customers in from your other systems, watch every run, and see where each value came from.',
    signIn: 'Sign in',
    signedOutTitle: 'You have signed out',
    signedOutText: 'Nobody can go on in your name here. What was saved stays, and runs go on.',
    expiredTitle: 'You have been signed out',
    expiredText:
      'Nothing you typed is lost. Sign in again in a new window; this one goes on by itself with what it was doing.',
    somebodyElse: 'Somebody else has signed in. What was typed here before is kept for whoever typed it.',
    signInAgain: 'Sign in again',
    checkAgain: 'I have signed in',
    stillSignedOut: 'You are not signed in yet.',
    signedInTitle: 'You are signed in',
    signedInText: 'You can close this window. The one you were working in goes on.',
  },
};
