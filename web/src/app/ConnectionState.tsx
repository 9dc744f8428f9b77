import { useStore } from 'zustand';
import { connection } from '../api/connection.ts';
import { t } from '../i18n/index.ts';

/** How the socket stands; nothing while nothing is subscribed to. */
export function ConnectionState() {
  const { state } = useStore(connection);
  if (state === 'idle') return null;
  return (
    <p className="connection" role="status" data-state={state} title={t(`connection.${state}Text`)}>
      <span className="dot" />
      <span>{t(`connection.${state}`)}</span>
    </p>
  );
}
