import { useAttributesOf } from "../../api/case-table";

type Attributes = NonNullable<ReturnType<typeof useAttributesOf>["data"]>;

const NONE: Attributes = [];

/** The attributes of sources, none while they are fetched. */
export function useSourceAttributes(): Attributes {
  return useAttributesOf("source").data ?? NONE;
}
