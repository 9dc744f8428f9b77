import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import { t } from '../i18n/index.ts';

export interface ErrorWords {
  title: string;
  /** What the server said, where that helps. */
  text: string;
  requestId: string | undefined;
}

/** An error for people: what happened, whose turn it is, and the id to quote. */
export function errorWords(error: unknown): ErrorWords {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors;
    const extensions = first?.extensions ?? {};
    const requestId = extensions['requestId'] ?? extensions['request_id'];
    return {
      title: t('errors.refused'),
      text: first?.message ?? t('errors.noReason'),
      requestId: typeof requestId === 'string' ? requestId : undefined,
    };
  }
  if (ServerError.is(error) || ServerParseError.is(error)) {
    return {
      title: t('errors.refused'),
      text: t('errors.status', { status: error.statusCode }),
      requestId: error.response.headers.get('x-request-id') ?? undefined,
    };
  }
  if (error instanceof TypeError) {
    // What `fetch` throws without a network; its own words differ between browsers.
    return {
      title: t('errors.unreachable'),
      text: t('errors.unreachableText'),
      requestId: undefined,
    };
  }
  const text = error instanceof Error ? error.message : String(error);
  return { title: t('errors.broken'), text, requestId: undefined };
}

export function hasErrorCode(error: unknown, code: string): boolean {
  return (
    CombinedGraphQLErrors.is(error) &&
    error.errors.some((entry) => entry.extensions?.['code'] === code)
  );
}
