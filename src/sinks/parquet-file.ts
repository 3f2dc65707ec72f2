import { constants, gzipSync, zstdCompressSync } from "node:zlib";
import type { CompressionCodec } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { BufferedFile } from "./buffered-file.ts";
import type { LineSink } from "./line-sink.ts";
import type { Compression, OutputForm } from "./output-form.ts";
import { type ParquetColumn, parquetColumns } from "./parquet-schema.ts";

/** Bytes of JSON lines after which a row group is full: what a writer holds in memory, and a reader takes at once. */
const GROUP_BYTES = 32 << 20;

/** Where no packing is asked for, the one that every reader of the format knows. */
const CODECS: Readonly<Record<Compression | "none", CompressionCodec>> = {
  none: "SNAPPY",
  gzip: "GZIP",
  zstd: "ZSTD",
};

// Snappy comes with the writer.
const compressors = {
  GZIP: (bytes: Uint8Array) => gzipSync(bytes, { level: 6 }),
  ZSTD: (bytes: Uint8Array) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
};

/** A Parquet file of records, or of what is selected of them; rows in the order of the lines. */
export class ParquetFile implements LineSink {
  private readonly file: BufferedFile;
  private readonly columns: readonly ParquetColumn[];
  private readonly writer: ParquetWriter;
  private rows: Record<string, unknown>[] = [];
  private bytes = 0;

  constructor(path: string, { fields, compress }: Pick<OutputForm, "fields" | "compress">) {
    this.columns = parquetColumns(fields);
    this.file = new BufferedFile(path);
    const root = { name: "schema", num_children: this.columns.length };
    this.writer = new ParquetWriter({
      writer: new FileWriter(this.file),
      schema: [root, ...this.columns.flatMap(({ elements }) => elements)],
      codec: CODECS[compress ?? "none"],
      compressors,
      createdBy: "dehusk",
    });
  }

  /** One line. */
  append(line: Uint8Array): void {
    this.rows.push(JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString()));
    this.bytes += line.length;
    if (this.bytes >= GROUP_BYTES) this.writeGroup();
  }

  end(): void {
    this.writeGroup();
    this.writer.finish();
    this.file.end();
  }

  remove(): void {
    this.file.remove();
  }

  private writeGroup(): void {
    const { rows } = this;
    this.rows = [];
    this.bytes = 0;
    if (rows.length === 0) return;
    const columnData = this.columns.map(({ name, convert }) => ({ name, data: rows.map((row) => convert(row[name])) }));
    this.writer.write({ columnData, rowGroupSize: rows.length });
  }
}

/** Hands on what the library wrote to memory. */
class FileWriter extends ByteWriter {
  private readonly file: BufferedFile;

  constructor(file: BufferedFile) {
    super();
    this.file = file;
  }

  flush(): void {
    this.file.append(this.getBytes());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
