import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '@runlight/bench/src/random.ts';
import type { Random } from '@runlight/bench/src/random.ts';
import type { LabTenant } from '../lab/tenants.ts';
import { createBook } from './book.ts';
import type { Book, FeedbackRecord, RunRecord } from './book.ts';
import { encodeBatch, encodeMultipart } from './encode.ts';
import { newFeedback, newRun, runPart } from './operations.ts';
import type { RunPart } from './operations.ts';
import { createSender } from './sender.ts';
import type { Sender, SenderOptions, Sent } from './sender.ts';

export interface LoadOptions extends SenderOptions {
  tenants: LabTenant[];
  seed: number;
  /** Senders that each have one request on its way at a time; default 4. */
  clients?: number;
  /** Operations of one request; default 20. */
  batchSize?: number;
  /** Pause of a client between two messages; default 50. */
  pauseMs?: number;
  /** Length of the texts in inputs and outputs; default 400. */
  paddingBytes?: number;
  /** Send feedback too; default false. */
  feedback?: boolean;
}

/** Steady traffic of several workspaces that remembers what was accepted. */
export interface Load {
  book: Book;
  sender: Pick<Sender, 'attempts'>;
  /** The next message carries an operation that the store refuses. */
  plantPoison: () => void;
  /** Sends what runs still have to say, then stops. Messages on their way come to their end. */
  finish: () => Promise<void>;
  /** Stops after the messages that are on their way. */
  stop: () => Promise<void>;
}

export function startLoad(options: LoadOptions): Load {
  const book = createBook();
  const sender = createSender(options);
  const phase = { current: 'running' as 'running' | 'finishing' | 'stopped' };
  let poisonDue = 0;

  const loops = Array.from({ length: options.clients ?? 4 }, (_, index) => {
    const client = createClient({ ...options, book, seed: options.seed + index, number: index });
    return (async () => {
      while (phase.current !== 'stopped') {
        const isFinishing = phase.current === 'finishing';
        const lot = client.next({ isFinishing, poison: poisonDue > 0 });
        if (!lot) return;
        if (lot.hasPoison) poisonDue -= 1;
        client.settle(lot, await sender.send(lot.message));
        await pause(options.pauseMs ?? 50);
      }
    })();
  });

  async function end(next: 'finishing' | 'stopped'): Promise<void> {
    if (phase.current === 'running') phase.current = next;
    await Promise.all(loops);
    await sender.close();
  }

  return {
    book,
    sender,
    plantPoison: () => void (poisonDue += 1),
    finish: () => end('finishing'),
    stop: () => end('stopped'),
  };
}

interface Lot {
  parts: RunPart[];
  feedback: FeedbackRecord[];
  hasPoison: boolean;
  message: Parameters<Sender['send']>[0];
}

/** Part of a message that goes on with runs begun before; as much as keeps their number about the same. */
const oldShare = 0.65;

/** One sender of one workspace: its runs begin, go on and end over several messages. */
function createClient(options: LoadOptions & { book: Book; number: number }) {
  const { book, tenants, number, batchSize = 20, paddingBytes = 400 } = options;
  const random = createRandom(options.seed);
  const tenant = tenants[number % tenants.length]!;
  const project = `chaos ${number}`;
  const padding = 'x'.repeat(paddingBytes);
  /** Runs with more to say. */
  let open: RunRecord[] = [];
  let parent: RunRecord | undefined;

  function begin(isPoison: boolean): RunRecord {
    const isChild = !isPoison && parent !== undefined && random.next() < 0.4;
    const record = newRun({
      random,
      workspaceId: tenant.workspaceId,
      project,
      parent: isChild ? parent : undefined,
      isPoison,
    });
    if (!isChild && !isPoison) parent = record;
    book.runs.set(record.id, record);
    return record;
  }

  /** Each run says one thing per message: what it says next must not overtake it. */
  function next({
    isFinishing,
    poison,
  }: {
    isFinishing: boolean;
    poison: boolean;
  }): Lot | undefined {
    const old = open.splice(0, isFinishing ? batchSize : Math.ceil(batchSize * oldShare));
    const fresh = isFinishing ? [] : newOnes(batchSize - old.length, poison);
    const records = [...old, ...fresh];
    if (records.length === 0) return undefined;
    const parts = records.map((record) => runPart(record, record.toSend.shift()!, padding));
    const feedback = options.feedback ? feedbackOn(records, random) : [];
    for (const each of feedback) book.feedback.set(each.id, each);
    const useMultipart = feedback.length > 0 || random.next() < 0.7;
    const body = useMultipart ? encodeMultipart(parts, feedback) : encodeBatch(parts);
    return {
      parts,
      feedback,
      hasPoison: poison && !isFinishing,
      message: { ...body, key: tenant.key },
    };
  }

  function newOnes(count: number, poison: boolean): RunRecord[] {
    return Array.from({ length: count }, (_, index) => begin(poison && index === 0));
  }

  function settle({ parts, feedback }: Lot, sent: Sent): void {
    const isAccepted = sent.outcome === 'accepted';
    if (sent.outcome === 'accepted') {
      for (const id of sent.batchIds) book.batchIds.add(id);
      book.operations += parts.length + feedback.length;
    } else if (sent.outcome === 'refused') {
      book.refused.set(sent.status, (book.refused.get(sent.status) ?? 0) + 1);
    } else {
      book.givenUp += 1;
    }
    for (const each of feedback) each.isAccepted = isAccepted;
    for (const { record, step } of parts) {
      if (isAccepted) record.accepted.add(step);
      else if (sent.outcome === 'given-up') record.unknown.add(step);
    }
    open = [
      ...open,
      ...parts.map(({ record }) => record).filter(({ toSend }) => toSend.length > 0),
    ];
  }

  return { next, settle };
}

const feedbackOn = (records: RunRecord[], random: Random): FeedbackRecord[] =>
  records.filter(() => random.next() < 0.1).map((record) => newFeedback(record, random));
