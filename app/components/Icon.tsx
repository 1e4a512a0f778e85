import type { ReactNode } from "react";

const SHAPES = {
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.1 1.1M11.9 11.9 13 13M13 3l-1.1 1.1M4.1 11.9 3 13" />
    </>
  ),
  moon: <path d="M13.4 9.7A5.8 5.8 0 0 1 6.3 2.6a5.8 5.8 0 1 0 7.1 7.1Z" />,
  contrast: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
    </>
  ),
  back: <path d="M10.5 3 5.5 8l5 5" />,
  forward: <path d="m5.5 3 5 5-5 5" />,
  again: <path d="M3 8a5 5 0 1 0 1.6-3.7M3 2.6v2.6h2.6" />,
  play: <path d="M5 3.2v9.6L12.6 8Z" fill="currentColor" />,
  pause: <path d="M5.2 3.5v9M10.8 3.5v9" strokeWidth="2.4" />,
  check: <path d="m3.2 8.6 3.2 3.2 6.4-7.4" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.6" />
      <path d="M10.5 3.6a1.6 1.6 0 0 0-1.5-1.1H4.1a1.6 1.6 0 0 0-1.6 1.6V9c0 .7.5 1.3 1.1 1.5" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  up: <path d="M8 13V3.5M4 7l4-4 4 4" />,
  down: <path d="M8 3v9.5M4 9l4 4 4-4" />,
  grip: <path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" strokeWidth="2.2" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** A small drawing beside or in place of a word; never read aloud. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}
