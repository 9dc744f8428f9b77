/** Three runs of a trace; the last one is live. */
export function Logo() {
  return (
    <span className="logo">
      <svg viewBox="0 0 20 16" width="20" height="16" aria-hidden>
        <rect x="0" y="1" width="13" height="3.4" rx="1.2" className="logo-first" />
        <rect x="4" y="6.3" width="10" height="3.4" rx="1.2" className="logo-second" />
        <rect x="8" y="11.6" width="12" height="3.4" rx="1.2" className="logo-live" />
      </svg>
      <span className="logo-word">Runlight</span>
    </span>
  );
}
