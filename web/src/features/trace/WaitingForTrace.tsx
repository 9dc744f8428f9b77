import { Skeleton } from '../../ui/States.tsx';
import { CopyId } from '../../ui/Copy.tsx';

/** A link can be opened before the first run has arrived: the page waits and then becomes the trace. */
export function WaitingForTrace({
  traceUuid,
  isMissing,
}: {
  traceUuid: string;
  isMissing: boolean;
}) {
  return (
    <div className="state" role="status">
      {isMissing ? null : <span className="pulse pulse-large" />}
      <h2>{isMissing ? 'This trace is not here' : 'Waiting for this trace'}</h2>
      {isMissing ? (
        <>
          <p>
            No run with this id has arrived in this workspace. It may belong to another workspace,
            have been deleted, or still be in the sender’s queue. This page keeps looking.
          </p>
        </>
      ) : (
        <p>No run with this id has arrived yet. The page shows the trace as soon as one does.</p>
      )}
      <CopyId id={traceUuid} label="trace" />
    </div>
  );
}

/** The layout of a trace before anything is known of it. */
export function TraceSkeleton() {
  return (
    <div className="tr-loading">
      <div className="tr-loading-head">
        <Skeleton lines={[34, 52]} />
      </div>
      <div className="tr-loading-body">
        <Skeleton lines={[72, 58, 50, 64, 46, 60, 52, 40, 56, 48]} />
        <Skeleton lines={[40, 0, 28, 92, 84, 60, 0, 28, 88, 95, 70]} />
      </div>
    </div>
  );
}
