import { useRoute } from "wouter";
import { Board } from "./Board";
import { FindingPage } from "./FindingPage";
import "../../components/page.css";
import "./marks.css";

/** Findings: the board of all, and each with its evidence and checks. */
export default function Conclude() {
  const [found, params] = useRoute("/conclude/:finding");
  return found ? <FindingPage key={params.finding} guid={params.finding} /> : <Board />;
}
