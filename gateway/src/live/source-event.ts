/** What the bridge needs to know of an event before it is executed. */
export interface EventTraits {
  /** Ordered id of the event, by contract on every event. */
  eventId: string | undefined;
  /** What the event is the state of; a later event with the same key supersedes it. */
  stateKey: string | undefined;
}

/**
 * Reads the traits from what an owner published: the value of the root field, or an object that holds
 * it under the field's name. Owners put `eventId` there, and `stateKey` where events carry state.
 */
export function traitsOf(published: unknown, fieldName: string): EventTraits {
  const value = property(published, fieldName) ?? published;
  return { eventId: text(property(value, 'eventId')), stateKey: text(property(value, 'stateKey')) };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
