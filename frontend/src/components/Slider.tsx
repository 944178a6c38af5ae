interface Props {
  label: string;
  value: number;
  /** The value as it is written and read out. */
  said: string;
  least: number;
  most: number;
  step: number;
  className: string;
  onChange: (value: number) => void;
}

/** A number between two others, chosen by sliding. */
export function Slider({ label, value, said, least, most, step, className, onChange }: Props) {
  return (
    <label className={className}>
      <span>{label}</span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={said}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output className="number">{said}</output>
    </label>
  );
}
