import { type ReactNode, useState } from "react";

interface Props {
  className?: string;
  /** Whether it is open at first; afterwards it stays as it is put. */
  open?: boolean;
  title: ReactNode;
  titleClass?: string;
  children: ReactNode;
}

/** What is made only once it is unfolded: a long list of folds costs no more than what is seen. */
export function Fold({ className, open = false, title, titleClass, children }: Props) {
  const [isOpen, setOpen] = useState(open);
  return (
    <details
      className={className}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={titleClass}>{title}</summary>
      {isOpen && children}
    </details>
  );
}
