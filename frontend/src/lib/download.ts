/** Files from the server, kept where the browser keeps its downloads. */
import { problemOf } from "../api/problem";

/** The name a server gives a file, in the form that carries any letters first. */
export function nameOf(disposition: string | null, otherwise: string): string {
  const coded = /filename\*=utf-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1];
  try {
    return coded ? decodeURIComponent(coded) : (plain ?? otherwise);
  } catch {
    return plain ?? otherwise;
  }
}

/** Fetches a file and hands it to the browser; gives its name, or throws the server's problem. */
export async function download(address: string, otherwise: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) {
    throw await problemOf(response);
  }
  const name = nameOf(response.headers.get("content-disposition"), otherwise);
  keep(await response.blob(), name);
  return name;
}

/** Hands a file to the browser, to be kept where it keeps its downloads. */
export function keep(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by then; what it read stays with it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
