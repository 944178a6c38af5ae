import { useEffect, useRef } from "react";
import { Link } from "wouter";
import "./place-tabs.css";

interface Tab<T extends string> {
  readonly name: T;
  readonly address: string;
  readonly label: string;
  readonly count?: number | undefined;
}

interface Props<T extends string> {
  label: string;
  tabs: readonly Tab<T>[];
  here: T;
}

/** The pages of a place, each at its address; the one that is open is always in sight. */
export function PlaceTabs<T extends string>({ label, tabs, here }: Props<T>) {
  const bar = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page was opened
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>("[aria-current]");
    if (tab && bar.current) bar.current.scrollLeft = tab.offsetLeft - bar.current.offsetLeft - 24;
  }, [here]);
  return (
    <nav ref={bar} className="place-tabs" aria-label={label}>
      {tabs.map(({ name, address, label: words, count }) => (
        <Link
          key={name}
          href={address}
          className={`place-tab${name === here ? " on" : ""}`}
          aria-current={name === here ? "page" : undefined}
        >
          {words}
          {count !== undefined && <span className="muted number">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
