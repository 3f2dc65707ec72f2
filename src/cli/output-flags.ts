import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../core/usage-error.ts";
import type { Output } from "../sinks/output.ts";
import { OutputFolder } from "../sinks/output-folder.ts";
import type { Compression, OutputForm, ShardSize } from "../sinks/output-form.ts";
import type { SelectedField } from "../sinks/select-fields.ts";
import { StandardOutput } from "./standard-output.ts";

/** Flags that say in what form the outputs are written. */
export interface OutputFlags {
  readonly out?: string;
  readonly parquet?: true;
  readonly files?: true;
  readonly frontMatter?: true;
  readonly compress?: "gz" | "zst";
  readonly shardSize?: ShardSize;
  readonly fields?: string;
  readonly preset?: string;
}

const COMPRESSIONS: Readonly<Record<"gz" | "zst", Compression>> = { gz: "gzip", zst: "zstd" };
const PRESETS = ["huggingface", "datatrove", "langchain", "llamaindex"];

export function withOutputOptions(command: Command): Command {
  return command
    .option(
      "-o, --out <dir>",
      "folder for the output; with - the documents go to standard output without it",
      parseFolder,
    )
    .addOption(new Option("--compress <how>", "pack the outputs").choices(Object.keys(COMPRESSIONS)))
    .option("--parquet", "write the documents as Parquet rather than JSONL")
    .option("--files", "write each document's text to a file of its own as well, in documents/")
    .option("--front-matter", "which begins with its title, address and the like, as YAML")
    .option(
      "--shard-size <n>",
      "documents in several files, of so many (1000) or so large (512M, unpacked)",
      parseShardSize,
    )
    .option("--fields <list>", "what to write of a document, such as id,text,url=source.url,meta.lang=lang")
    .addOption(new Option("--preset <name>", "fields as others read them").choices(PRESETS));
}

/** @throws {UsageError} for a field that no record can have, and for what needs a folder where there is none. */
export async function openOutput(flags: OutputFlags): Promise<Output> {
  const fields = await fieldsOf(flags);
  const { out, parquet, compress, shardSize, files, frontMatter } = flags;
  if (frontMatter && !files) throw new UsageError("--front-matter needs --files");
  if (out === undefined) {
    if (parquet || compress || shardSize || files)
      throw new UsageError("--parquet, --files, --compress and --shard-size need --out");
    return new StandardOutput(fields);
  }
  const form: OutputForm = {
    ...(parquet && { documents: "parquet" }),
    ...(compress && { compress: COMPRESSIONS[compress] }),
    ...(shardSize && { shardSize }),
    ...(fields && { fields }),
    ...(files && { files }),
    ...(frontMatter && { frontMatter }),
  };
  if (!parquet) return new OutputFolder(out, form);
  // Loaded only here: it costs a start nothing else.
  const { ParquetFile } = await import("../sinks/parquet-file.ts");
  return new OutputFolder(out, form, (path) => new ParquetFile(path, form));
}

/** A preset's fields, then one's own. */
async function fieldsOf({ fields, preset }: OutputFlags): Promise<readonly SelectedField[] | undefined> {
  if (fields === undefined && preset === undefined) return undefined;
  const { parseFields, presets } = await import("../sinks/parse-fields.ts");
  return parseFields([preset && presets[preset], fields].filter(Boolean).join(","));
}

const UNITS: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

function parseShardSize(value: string): ShardSize {
  const [, digits = "", unit] = /^(\d{1,12})([KMG])?$/i.exec(value) ?? [];
  const count = Number(digits);
  if (count === 0) throw new InvalidArgumentError("must be a number of documents (1000) or a size (512M, 2G).");
  return unit === undefined ? { documents: count } : { bytes: count * UNITS[unit.toUpperCase()]! };
}

/** An unset variable of a script would be the current folder otherwise, or an error nobody understands. */
function parseFolder(folder: string): string {
  if (folder === "") throw new InvalidArgumentError("must name a folder.");
  return folder;
}
