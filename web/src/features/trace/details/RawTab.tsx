import { ErrorState, Skeleton } from '../../../ui/States.tsx';
import { JsonView } from '../renderers/JsonView.tsx';
import type { PayloadField } from '../../../gql/graphql.ts';
import { FilteredPartProvider } from '../renderers/value-filter-link.tsx';
import { PayloadOfRun } from './LargePayload.tsx';
import { useRunRaw } from './use-run-details.ts';
import type { PayloadRecord, RunDetailsRecord } from './use-run-details.ts';

/** Everything as it was sent. */
export function RawTab({ details, version }: { details: RunDetailsRecord; version: string }) {
  const raw = useRunRaw(details.id, version);
  return (
    <div className="tr-raw">
      <FilteredPartProvider value="inputs">
        <RawPart runId={details.id} field="INPUTS" label="Inputs" payload={details.inputs} />
      </FilteredPartProvider>
      <FilteredPartProvider value="outputs">
        <RawPart runId={details.id} field="OUTPUTS" label="Outputs" payload={details.outputs} />
      </FilteredPartProvider>
      {raw.error !== undefined ? (
        <ErrorState error={raw.error} onRetry={raw.retry} />
      ) : raw.value === undefined ? (
        <Skeleton lines={[30, 90, 80]} />
      ) : (
        <>
          <RawPart runId={details.id} field="EXTRA" label="Extra" payload={raw.value.extra} />
          <RawPart runId={details.id} field="EVENTS" label="Events" payload={raw.value.events} />
          <RawPart
            runId={details.id}
            field="SERIALIZED"
            label="Serialized"
            payload={raw.value.serialized}
          />
        </>
      )}
    </div>
  );
}

interface RawPartProps {
  runId: string;
  field: PayloadField;
  label: string;
  payload: PayloadRecord;
}

function RawPart({ label, ...payload }: RawPartProps) {
  return (
    <PayloadOfRun {...payload}>
      {(value) =>
        value === null ? (
          <p className="tr-raw-none">
            {label} <span className="quiet">none</span>
          </p>
        ) : (
          <JsonView value={value} label={label} level={2} maxHeight={560} />
        )
      }
    </PayloadOfRun>
  );
}
