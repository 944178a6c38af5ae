import "../../src/annotators/text/reader.css";
import "../../src/annotators/text/reader-handles.css";
import "../../src/annotators/text/reader-margin.css";

export { createReader } from "../../src/annotators/text/reader";
export { drawing, mixedText } from "../mixed";
export { longStudy } from "./material";
