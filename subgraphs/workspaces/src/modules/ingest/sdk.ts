/** Name and version of the first product of a user agent; undefined for an empty one. */
export function parseUserAgent(
  userAgent: string,
): { userAgent: string; name: string; version: string | null } | undefined {
  const [product = ''] = userAgent.trim().split(/[\s(;,]/, 1);
  if (product === '') return undefined;
  const slash = product.indexOf('/');
  const name = slash < 1 ? product : product.slice(0, slash);
  const version = slash < 1 ? '' : product.slice(slash + 1);
  return { userAgent, name, version: version === '' ? null : version };
}
