import "../../src/annotators/text/reader.css";

export { createReader } from "../../src/annotators/text/reader";
export { drawing, mixedText } from "../mixed";
export { longStudy } from "./material";
