import { useRoute } from "wouter";
import { Builder } from "./Builder";
import { Gallery } from "./Gallery";
import "../../components/page.css";
import "./display.css";

/** The codings side by side: a gallery of displays, and one of them with its settings. */
export default function Display() {
  const [found, params] = useRoute("/display/:kind");
  return found ? <Builder key={params.kind} kind={params.kind} /> : <Gallery />;
}
