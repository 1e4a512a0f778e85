"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Icon, type IconName } from "./Icon";
import styles from "./ToolButton.module.css";

const THEMES = ["system", "light", "dark"] as const;
const ICONS: Record<string, IconName> = { system: "contrast", light: "sun", dark: "moon" };
const never = () => () => {};

/** One button that goes round: the system's theme, light, dark. */
export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const mounted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const current = THEMES.find((name) => mounted && name === theme) ?? "system";
  const next = THEMES[(THEMES.indexOf(current) + 1) % THEMES.length] ?? "system";
  return (
    <button
      type="button"
      className={styles.tool}
      title={`Theme: ${current}`}
      aria-label={`Theme: ${current}. Change to ${next}`}
      onClick={() => setTheme(next)}
    >
      <Icon name={ICONS[current] ?? "contrast"} />
    </button>
  );
}
