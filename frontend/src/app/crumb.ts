/** The last word of the breadcrumbs, which the open place gives. */

import { useEffect } from "react";
import { create } from "zustand";

export const useCrumb = create<{ text: string }>()(() => ({ text: "" }));

/** Says what is open within a place, for as long as it is. */
export function useCrumbText(text: string | undefined): void {
  useEffect(() => {
    useCrumb.setState({ text: text ?? "" });
    return () => useCrumb.setState({ text: "" });
  }, [text]);
}
