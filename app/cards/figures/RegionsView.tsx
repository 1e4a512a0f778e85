import type { RegionsFigure } from "@/lib/lab";
import key from "./Key.module.css";
import styles from "./Regions.module.css";

/** Rectangles over a plane, with a key that also says where they lie. */
export function RegionsView({ figure }: { readonly figure: RegionsFigure }) {
  const { width, height, regions, title } = figure;
  return (
    <>
      <svg
        className={styles.regions}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={title}
      >
        <rect className={styles.plane} width={width} height={height} />
        {regions.map(({ label, role, corners: [left, top, right, bottom], dashed }) => (
          <rect
            key={label}
            className={styles.region}
            data-role={role}
            data-dashed={dashed || undefined}
            x={left}
            y={top}
            width={right - left}
            height={bottom - top}
          />
        ))}
      </svg>
      <ul className={key.list}>
        {regions.map(({ label, role, corners: [left, top, right, bottom], dashed }) => (
          <li key={label} data-role={role}>
            <span className={styles.swatch} data-dashed={dashed || undefined} aria-hidden="true" />
            {label}
            <span className="visually-hidden">
              , from ({left}, {top}) to ({right}, {bottom})
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
