import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { HookOrder } from './order.ts';

/**
 * Arguments for Node, before the script, that make a process take orders. Start it with `'ipc'` in
 * `stdio`.
 */
export const hookArgs = ['--import', join(import.meta.dirname, 'preload.ts')];

/** Gives an order and waits until it is carried out; a blocked process answers when it is free again. */
export async function giveOrder(child: ChildProcess, order: HookOrder): Promise<void> {
  const done = once(child, 'message');
  child.send(order);
  await done;
}
