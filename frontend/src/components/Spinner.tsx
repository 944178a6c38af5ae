import "./bits.css";

/** Something is under way. Beside words it needs no `label`; alone it does. */
export function Spinner({ size = 20, label }: { size?: number; label?: string }) {
  return (
    <span className="spinner" {...(label ? { role: "status" } : { "aria-hidden": true })}>
      <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" stroke="currentColor" strokeWidth="2" opacity="0.22" />
        <path
          d="M10 2.5A7.5 7.5 0 0 1 17.5 10"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      {label && <span>{label}</span>}
    </span>
  );
}
