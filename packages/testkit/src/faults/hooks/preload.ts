// Loaded before the program by `--import` in processes that tests start with a message channel; the
// product knows nothing of it. Takes orders from the test: see order.ts.
import { isMainThread } from 'node:worker_threads';
import type { HookOrder } from './order.ts';

let offsetMs = 0;

/** The platform's Date on a clock that can be shifted. */
function shiftableDate(): DateConstructor {
  const RealDate = Date;
  const now = () => RealDate.now() + offsetMs;
  return new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}

function obey(order: HookOrder): void {
  switch (order.kind) {
    case 'block':
      // Sleeps on a lock nobody opens: the thread is busy, the processor is not.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, order.ms);
      break;
    case 'shift-clock':
      offsetMs = order.ms;
      break;
    default:
      order satisfies never;
  }
}

if (isMainThread && process.channel) {
  globalThis.Date = shiftableDate();
  process.on('message', (order: HookOrder) => {
    obey(order);
    process.send?.({ done: order.kind });
  });
  // Listening must not keep a process alive that has come to its end.
  process.channel.unref();
}
