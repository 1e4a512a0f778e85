"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./Doors.module.css";

const DOORS = [
  { href: "/learn", label: "Learn" },
  { href: "/practice", label: "Practise" },
  { href: "/cards", label: "Cards" },
  { href: "/check", label: "Check" },
  { href: "/network", label: "Networks" },
  { href: "/sets", label: "Sets" },
] as const;

/** The doors of the site; the one that the page lies behind is marked. */
export function Doors() {
  const path = usePathname();
  const here = DOORS.findLast(({ href }) => path === href || path.startsWith(`${href}/`))?.href;
  return (
    <nav aria-label="Main" className={styles.doors}>
      {DOORS.map(({ href, label }) => (
        <Link
          prefetch={false}
          key={href}
          href={href}
          className={styles.door}
          aria-current={href === here ? (path === href ? "page" : "true") : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
