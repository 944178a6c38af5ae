import { lazy, Suspense } from "react";
import "./markdown.css";

const Body = lazy(() => import("./MarkdownBody"));

export interface MarkdownProps {
  /** Markdown; HTML in it is shown as it is written. */
  text: string;
  className?: string;
  /** A task was ticked or unticked: its line (from 0 on) and its words; fulfilled once it is so. */
  onTick?: ((task: { line: number; text: string; done: boolean }) => Promise<unknown>) | undefined;
}

/** A text in Markdown to be read; nothing in it is fetched from anywhere. */
export function Markdown({ className, ...props }: MarkdownProps) {
  return (
    <div className={`markdown ${className ?? ""}`}>
      <Suspense fallback={<p className="markdown-bare">{props.text}</p>}>
        <Body {...props} />
      </Suspense>
    </div>
  );
}
