import { ICONS, type IconName } from "./icon-paths";

interface Props {
  name: IconName;
  /** In pixels. */
  size?: number;
  className?: string;
}

/** A drawing beside words, or inside something that is named; screen readers pass it by. */
export function Icon({ name, size = 18, className }: Props) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
