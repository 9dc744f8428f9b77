import type { PayloadField } from '@runlight/run-model';
import type { StoredPayload } from '../runs/run-store.ts';

export interface PayloadMapper {
  name: PayloadField;
  payload: StoredPayload;
  url: string | null;
}
