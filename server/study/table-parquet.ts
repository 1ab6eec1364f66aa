/** A column of a table: its name, and what its cells hold. A number that is NaN is null in the file. */
export interface TableColumn {
  readonly name: string;
  readonly holds: 'text' | 'number' | 'integer';
}

/**
 * A table as Parquet, uncompressed: texts as UTF-8, numbers as double with null where there is none, whole numbers as
 * 64-bit integers. The same table gives the same bytes. The library (hyparquet-writer) is loaded when first needed.
 *
 * @param facts what the file says of itself, as key-value metadata
 */
export async function parquetTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly unknown[])[],
  facts: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, holds }, c) => {
      const cells = rows.map((row) => row[c]);
      if (holds === 'text') return { name, type: 'STRING', nullable: false, data: cells.map(String) };
      if (holds === 'integer')
        return { name, type: 'INT64', nullable: false, data: cells.map((cell) => BigInt(Number(cell))) };
      const data = cells.map((cell) => (Number.isNaN(cell) ? null : Number(cell)));
      return { name, type: 'DOUBLE', nullable: true, data };
    }),
    codec: 'UNCOMPRESSED',
    statistics: false,
    createdBy: 'Myodesis',
    kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
  });
  return new Uint8Array(buffer);
}
