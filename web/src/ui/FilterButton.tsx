import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface FilterButtonProps extends Omit<ComponentProps<'button'>, 'value'> {
  label: string;
  value: ReactNode;
  /** Set, but not by the reader. */
  isDefault?: boolean;
}

/** Opens a choice and says what is chosen. */
export function FilterButton({ label, value, isDefault, ...button }: FilterButtonProps) {
  return (
    <button
      type="button"
      className="filter-button"
      data-set={(value !== undefined && !isDefault) || undefined}
      {...button}
    >
      <span className="filter-label">{label}</span>
      {value === undefined ? null : <span className="cut filter-value">{value}</span>}
      <ChevronDown size={14} aria-hidden />
    </button>
  );
}
