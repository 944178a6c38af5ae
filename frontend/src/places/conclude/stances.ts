/** Where evidence stands to a finding. */
export const STANCES = ["supports", "qualifies", "contradicts"] as const;
export type Stance = (typeof STANCES)[number];
