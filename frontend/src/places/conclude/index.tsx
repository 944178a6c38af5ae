import { useRoute } from "wouter";
import { Board } from "./Board";
import { FindingPage } from "./FindingPage";
import { Meaning } from "./Meaning";
import { ManuscriptPage } from "./manuscripts/ManuscriptPage";
import { Manuscripts } from "./manuscripts/Manuscripts";
import "../../components/page.css";
import "./marks.css";

/** Findings: the board of all, each with its evidence and checks, the ways to find some, and the
 * manuscripts that tell them. */
export default function Conclude() {
  const [found, params] = useRoute("/conclude/:finding");
  const [isWriting, writing] = useRoute("/conclude/manuscripts/:guid?");
  if (isWriting)
    return writing.guid ? (
      <ManuscriptPage key={writing.guid} guid={writing.guid} />
    ) : (
      <Manuscripts />
    );
  if (!found) return <Board />;
  if (params.finding === "meaning") return <Meaning />;
  return <FindingPage key={params.finding} guid={params.finding} />;
}
