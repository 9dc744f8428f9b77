import { AppError, invalidInput } from '@runlight/service';
import { limits } from '../limits.ts';
import { isUtf8Charset } from '../multipart/part-headers.ts';

const charsetParameter = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/** JSON is parsed whatever the type says, but only as UTF-8. */
export function requireUtf8(contentType: string | undefined): void {
  const charset = charsetParameter.exec(contentType ?? '')?.[1];
  if (charset === undefined || isUtf8Charset(charset)) return;
  throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'The charset must be utf-8');
}

const boundaryParameter = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i;

/** The boundary of multipart/form-data. */
export function readBoundary(contentType: string | undefined): string {
  if (!/^multipart\/form-data\s*(;|$)/i.test(contentType?.trim() ?? '')) {
    throw invalidInput('Content-Type must be multipart/form-data with a boundary');
  }
  const match = boundaryParameter.exec(contentType ?? '');
  const boundary = match?.[1] ?? match?.[2] ?? '';
  if (boundary === '') throw invalidInput('Content-Type has no boundary');
  if (boundary.length >= limits.boundaryLength) throw invalidInput('The boundary is too long');
  return boundary;
}
