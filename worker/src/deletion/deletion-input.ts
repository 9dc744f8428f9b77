import { invalidInput, z } from '@runlight/service';
import type { JsonObject } from '../jobs/job-handler.ts';

const ids = z.array(z.uuid()).min(1).max(1000);
const texts = z.array(z.string().min(1).max(1000)).min(1).max(1000);

const metadataValue = z.string().max(1000);

/** Which runs a deletion takes; whatever is below a run goes with it. */
const selectionSchema = z.union([
  z.strictObject({ runUuids: ids }),
  z.strictObject({ traceUuids: ids }),
  z.strictObject({ threadIds: texts }),
  z.strictObject({ userIds: texts }),
  /** Traces with a run that has any of these pairs; a key may have several values. */
  z.strictObject({
    metadata: z.record(
      z.string().max(1000),
      z.union([metadataValue, z.array(metadataValue).min(1).max(100)]),
    ),
  }),
  /** A RunFilter as the graph takes it. */
  z.strictObject({ filter: z.record(z.string(), z.unknown()) }),
]);

const inputSchema = z.union([
  z.strictObject({
    scope: z.literal('runs'),
    /** All of the workspace without it. */
    projectId: z.uuid().optional(),
    selection: selectionSchema,
    /** Beginning of the traces. */
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    dryRun: z.boolean().default(false),
  }),
  z.strictObject({
    scope: z.literal('project'),
    projectId: z.uuid(),
    dryRun: z.boolean().default(false),
  }),
  z.strictObject({
    scope: z.literal('expired'),
    projectId: z.uuid(),
    /** Traces that began before this go. */
    before: z.iso.datetime(),
    dryRun: z.boolean().default(false),
  }),
]);

export type DeletionInput = z.infer<typeof inputSchema>;
export type Selection = z.infer<typeof selectionSchema>;

/** The input of a job as this release knows it. Throws BAD_USER_INPUT. */
export function readDeletionInput(input: JsonObject): DeletionInput {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw invalidInput('This release cannot read what is to be deleted');
  return parsed.data;
}
