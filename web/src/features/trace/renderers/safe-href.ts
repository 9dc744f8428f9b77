const safeLink = /^(https?:\/\/|mailto:)/i;

/** The address of a link, or null: http, https and mailto only, written out in full. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || !safeLink.test(href)) return null;
  try {
    const { protocol } = new URL(href);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
