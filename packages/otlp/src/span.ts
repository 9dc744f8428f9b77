/** A value of an attribute. Bytes are base64; integers beyond 2^53 are decimal text. */
export type OtlpValue = string | number | boolean | null | OtlpValue[] | OtlpObject;

/** Without a prototype, so that any key is an ordinary one. */
export interface OtlpObject {
  [key: string]: OtlpValue;
}

export type Attributes = OtlpObject;

export interface OtlpEvent {
  name: string;
  timeNano: bigint;
  attributes: Attributes;
}

export interface OtlpLink {
  traceId: string;
  spanId: string;
  attributes: Attributes;
}

/** The instrumentation that made a span. */
export interface OtlpScope {
  name: string;
  version: string;
}

/** Who sent spans, and by which instrumentation. */
export interface SpanOrigin {
  resource: Attributes;
  scope: OtlpScope;
}

export interface OtlpSpan extends SpanOrigin {
  /** 32 hex digits. */
  traceId: string;
  /** 16 hex digits. */
  spanId: string;
  /** Empty for a root. */
  parentSpanId: string;
  name: string;
  /** 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  startNano: bigint;
  /** 0 while the span has not ended. */
  endNano: bigint;
  attributes: Attributes;
  events: OtlpEvent[];
  links: OtlpLink[];
  /** Code 0 unset, 1 ok, 2 error. */
  status: { code: number; message: string };
}

/** A span of which nothing is known yet but who sent it. */
export const newSpan = ({ resource, scope }: SpanOrigin): OtlpSpan => ({
  resource,
  scope,
  traceId: '',
  spanId: '',
  parentSpanId: '',
  name: '',
  kind: 0,
  startNano: 0n,
  endNano: 0n,
  attributes: emptyObject(),
  events: [],
  links: [],
  status: { code: 0, message: '' },
});

/** A log record that tells more of a span. */
export interface OtlpLog {
  traceId: string;
  spanId: string;
  eventName: string;
  timeNano: bigint;
  attributes: Attributes;
  body: OtlpValue;
}

/** A span that cannot be a run; its neighbours are read all the same. */
export interface RejectedSpan {
  /** Hex; empty when even that is unknown. */
  spanId: string;
  /** Says nothing of what was sent. */
  reason: string;
}

export const emptyObject = (): OtlpObject => Object.create(null) as OtlpObject;
