/** What became of a sign-in link. */
export type SignInOutcome =
  { kind: 'signedIn' } | { kind: 'refused'; message: string | undefined } | { kind: 'unreachable' };

/** Exchanges the token of a sign-in link for a session cookie. */
export async function signInByLink(token: string): Promise<SignInOutcome> {
  try {
    const response = await fetch('/api/auth/sign-in/link', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (response.ok) return { kind: 'signedIn' };
    if (response.status >= 500) return { kind: 'unreachable' };
    // The link of a browser tab that was restored, or clicked twice: whoever is in stays in.
    if (await hasSession()) return { kind: 'signedIn' };
    const body: unknown = await response.json().catch(() => undefined);
    const message = (body as { message?: unknown } | undefined)?.message;
    return { kind: 'refused', message: typeof message === 'string' ? message : undefined };
  } catch {
    return { kind: 'unreachable' };
  }
}

async function hasSession(): Promise<boolean> {
  const response = await fetch('/api/auth/get-session');
  return response.ok && (await response.json()) !== null;
}

export async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
}
