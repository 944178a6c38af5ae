export interface CaseName {
  readonly guid: string;
  readonly name: string;
}

interface Props {
  label: string;
  /** What the choice of no case is called. */
  none: string;
  cases: readonly CaseName[];
  value: string | null;
  onTie: (to: string | null) => void;
}

/** The case of a speaker; the browser's own list, which takes thousands and is typed into. */
export function SpeakerCase({ label, none, cases, value, onTie }: Props) {
  return (
    <select
      className="input speaker-select"
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onTie(event.target.value || null)}
    >
      <option value="">{none}</option>
      {cases.map(({ guid, name }) => (
        <option key={guid} value={guid}>
          {name}
        </option>
      ))}
    </select>
  );
}
