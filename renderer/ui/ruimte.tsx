/** The place of the rows of a windowed table that are not drawn. `kolommen`: columns of the table. */
export function Ruimte({
  rijen,
  hoogte,
  kolommen,
}: {
  readonly rijen: number;
  readonly hoogte: number;
  readonly kolommen: number;
}) {
  if (rijen <= 0) return null;
  return (
    <tr aria-hidden="true" className="ruimte">
      <td colSpan={kolommen} style={{ height: rijen * hoogte }} />
    </tr>
  );
}
