import { ApiProblem } from "../../api/problem";
import "./query.css";

/** A query with the character marked that cannot be read, and what could stand there. */
export function Wrong({ id, query, error }: { id?: string; query: string; error: Error }) {
  const at = error instanceof ApiProblem ? error.at : null;
  const told = error.message.split("\n").at(-1) ?? "";
  const hint = error instanceof ApiProblem ? error.hint : "";
  const signs = [...query];
  return (
    <div className="query-wrong" role="alert" id={id}>
      {at !== null && (
        <code className="query-pointed">
          {signs.slice(0, at).join("")}
          <mark>{signs[at] ?? " "}</mark>
          {signs.slice(at + 1).join("")}
        </code>
      )}
      <p>{told}</p>
      {hint && <p className="muted">{hint}</p>}
    </div>
  );
}
