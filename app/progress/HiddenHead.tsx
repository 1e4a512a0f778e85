/** The head of a table whose columns the eye needs no names for. */
export function HiddenHead({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            <span className="visually-hidden">{column}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
