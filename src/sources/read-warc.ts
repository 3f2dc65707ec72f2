import type { MediaType } from "../core/document.ts";
import type { Failure } from "../core/failure.ts";
import type { RawRecord, Skipped } from "../core/source.ts";
import { sourceFailure } from "./failures.ts";
import { readHttpResponse } from "./http-response.ts";
import { webAddress } from "./json-record.ts";
import { sniffFormat } from "./media-type.ts";
import type { WarcContent } from "./parcel.ts";
import { limitsOf, type ReadOptions } from "./read-options.ts";
import { SourceError } from "./source-error.ts";

const mediaTypes: ReadonlyMap<string, MediaType> = new Map([
  ["text/html", "text/html"],
  ["application/xhtml+xml", "text/html"],
  ["text/plain", "text/plain"],
  ["text/markdown", "text/markdown"],
]);

/** Types that say nothing: what is HTML all the same is taken for it. */
const unknownTypes: ReadonlySet<string> = new Set(["", "application/octet-stream", "unknown/unknown"]);

/**
 * The document in a record of a WARC file: a response of the status 2xx, or what a resource or conversion record holds. What is
 * neither HTML nor text is skipped.
 *
 * @throws {SourceError} where a body cannot be unpacked.
 */
function readRecord(
  { firstRecord: record, url: target, fetched, contentType, bytes }: WarcContent,
  path: string,
  options: ReadOptions,
): RawRecord | Failure | Skipped {
  const place = { path, record };
  if (isRobots(target)) return { ...place, skipped: "robots" };
  const isHttp = /^application\/http\b/i.test(contentType);
  const response = isHttp ? readHttpResponse(bytes, limitsOf(options)) : undefined;
  if (isHttp && !response) return sourceFailure("damaged", path, record, "no head of an HTTP response");
  if (response && Math.floor(response.status / 100) !== 2) return { ...place, skipped: "http-status" };
  const type = response?.contentType ?? contentType;
  if (!mayBeText(type)) return { ...place, skipped: "media-type" };
  const content = response ? response.body() : bytes;
  const mediaType = mediaTypes.get(essence(type)) ?? (sniffFormat("", content) === "html" ? "text/html" : undefined);
  if (!mediaType) return { ...place, skipped: "media-type" };
  const address = webAddress(target);
  return {
    ...place,
    mediaType,
    content,
    ...(address !== undefined && { url: address }),
    ...(/charset/i.test(type) && { charset: type }),
    ...(fetched !== undefined && { fetched }),
  };
}

/** What is in a record of a WARC file, also where its body cannot be unpacked. */
export function readWarc(parcel: WarcContent, path: string, options: ReadOptions): RawRecord | Failure | Skipped {
  try {
    return readRecord(parcel, path, options);
  } catch (error) {
    if (error instanceof SourceError) return sourceFailure(error.kind, path, parcel.firstRecord, error.message);
    throw error;
  }
}

const essence = (type: string): string => type.split(";", 1)[0]!.trim().toLowerCase();

const mayBeText = (type: string): boolean => mediaTypes.has(essence(type)) || unknownTypes.has(essence(type));

function isRobots(target: string | undefined): boolean {
  return target?.endsWith("/robots.txt") === true && URL.parse(target)?.pathname === "/robots.txt";
}
