// A slash inside a name would be escaped as %2F, which servers and proxies refuse in paths or take for a
// slash. So names get an escape of their own before the one of the address.
const escapes: Record<string, string> = { '%': '%25', '/': '%2F', '\\': '%5C' };

/** A name as a route's parameter, before the address escapes it once more. */
export function pathPartOf(name: string): string {
  return name.replaceAll(/[%/\\]/g, (sign) => escapes[sign]!);
}

/** The name in a route's parameter. */
export function nameInPath(part: string): string {
  return part.replaceAll(/%(25|2F|5C)/gi, (escape) => decodeURIComponent(escape));
}
