/** What the server says when it cannot do what was asked (RFC 9457). */

export interface ProblemBody {
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly code?: string;
  readonly hint?: string;
  /** The character of what was asked that is wrong, in code points. */
  readonly at?: number | null;
}

/** A refused or failed request: `code` is stable, `message` and `hint` are in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: string;
  readonly hint: string;
  readonly status: number;
  readonly title: string;
  readonly at: number | null;

  constructor(status: number, body: ProblemBody) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? `http-${status}`;
    this.hint = body.hint ?? "";
    this.title = body.title ?? "";
    this.at = body.at ?? null;
  }
}

/** The problem in an answer; whatever is not problem JSON becomes one with the status alone. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}));
  const told = typeof body === "object" && body !== null ? (body as ProblemBody) : {};
  return new ApiProblem(response.status, told);
}

/** Whether the server could not be reached at all. */
export function isOffline(error: unknown): boolean {
  return error instanceof TypeError;
}
