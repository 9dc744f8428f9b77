import type { ShareSubject } from '../features/sharing/ShareDialog.tsx';
import type { TraceAbout } from '../features/trace/TraceView.tsx';

/** What of a trace on screen can be shared. */
export function shareSubject(
  traceUuid: string,
  { root, selected, threadId, project }: Omit<TraceAbout, 'traceUuid'>,
): ShareSubject {
  return {
    traceUuid,
    run:
      selected && selected.uuid !== root?.uuid
        ? { uuid: selected.uuid, name: selected.name }
        : undefined,
    thread: threadId && project ? { threadId, projectUuid: project.uuid } : undefined,
  };
}
