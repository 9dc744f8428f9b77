import { exportColumns } from '@runlight/run-model';
import type { ExportColumn } from '@runlight/run-model';
import { invalidInput, z } from '@runlight/service';
import type { JsonObject } from '../jobs/job-handler.ts';

const inputSchema = z.object({
  projectId: z.uuid(),
  format: z.enum(['JSONL', 'PARQUET']),
  /** A RunFilter as the graph takes it. */
  filter: z.record(z.string(), z.unknown()).default({}),
  /** Beginning of the traces, in RFC 3339. */
  from: z.iso.datetime({ precision: 6 }).optional(),
  to: z.iso.datetime({ precision: 6 }).optional(),
  fields: z.array(z.string()).optional(),
});

export type ExportInput = Omit<z.infer<typeof inputSchema>, 'fields'> & { fields: ExportColumn[] };

/** The input of a job as this release knows it. Throws BAD_USER_INPUT. */
export function readExportInput(input: JsonObject): ExportInput {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw invalidInput('This release cannot read what is to be exported');
  const { fields, ...rest } = parsed.data;
  if (fields && !fields.every(isColumn)) {
    throw invalidInput(`There are these columns: ${exportColumns.join(', ')}`);
  }
  return { ...rest, fields: (fields as ExportColumn[] | undefined) ?? [...exportColumns] };
}

const isColumn = (name: string) => (exportColumns as readonly string[]).includes(name);

const fileSchema = z.object({
  name: z.string(),
  key: z.string(),
  /** Day on which its traces began, in UTC. */
  day: z.string(),
  runs: z.number(),
  sizeBytes: z.number(),
  sha256: z.string(),
});
export type ExportedFile = z.infer<typeof fileSchema>;

const positionSchema = z.object({ traceStartUs: z.number(), traceId: z.string(), id: z.string() });
/** Of a run in the order of the export. */
export type ExportPosition = z.infer<typeof positionSchema>;

const progressSchema = z.object({
  files: z.array(fileSchema).default([]),
  after: positionSchema.optional(),
  /** What a killed attempt may have put that no list names. */
  pending: z.string().optional(),
  runs: z.number().default(0),
  total: z.number().optional(),
});
export type ExportProgress = z.infer<typeof progressSchema>;

/** Where an earlier attempt stood. */
export const readExportProgress = (progress: JsonObject): ExportProgress =>
  progressSchema.parse(progress);
