import { ErrorState, Skeleton } from '../../../ui/States.tsx';
import { JsonView } from '../renderers/JsonView.tsx';
import { useRunRaw } from './use-run-details.ts';
import type { RunDetailsRecord } from './use-run-details.ts';

/** Everything as it was sent. */
export function RawTab({ details, version }: { details: RunDetailsRecord; version: string }) {
  const raw = useRunRaw(details.id, version);
  return (
    <div className="tr-raw">
      <RawPart label="Inputs" value={details.inputs} />
      <RawPart label="Outputs" value={details.outputs} />
      {raw.error !== undefined ? (
        <ErrorState error={raw.error} onRetry={raw.retry} />
      ) : raw.value === undefined ? (
        <Skeleton lines={[30, 90, 80]} />
      ) : (
        <>
          <RawPart label="Extra" value={raw.value.extra} />
          <RawPart label="Events" value={raw.value.events} />
          <RawPart label="Serialized" value={raw.value.serialized} />
        </>
      )}
    </div>
  );
}

function RawPart({ label, value }: { label: string; value: unknown }) {
  if (value === null || value === undefined) {
    return (
      <p className="tr-raw-none">
        {label} <span className="quiet">none</span>
      </p>
    );
  }
  return <JsonView value={value} label={label} level={2} maxHeight={560} />;
}
