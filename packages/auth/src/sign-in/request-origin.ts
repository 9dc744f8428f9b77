/** Where the handler puts the address of the socket's far end for rate limits. */
export const clientAddressHeader = 'x-runlight-client-address';

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Origins whose pages may use the session cookie. A public URL on loopback means this machine under
 * any of its names: people type `localhost` and `127.0.0.1` alike.
 */
export function trustedOrigins(baseUrl: string): string[] {
  const url = new URL(baseUrl);
  if (!loopbackHosts.includes(url.hostname)) return [url.origin];
  const port = url.port === '' ? '' : `:${url.port}`;
  return loopbackHosts.map((host) => `${url.protocol}//${host}${port}`);
}
