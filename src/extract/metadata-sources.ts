/** A field of the metadata that a page can state. */
export type StatedField =
  | "title"
  | "byline"
  | "published"
  | "modified"
  | "site"
  | "lang"
  | "url"
  | "description"
  | "image"
  | "licence"
  | "tags";

/** Where each field is looked for, best first: the first value that can be read as such a field is taken. */
export const SOURCES: { readonly [field in StatedField]: readonly string[] } = {
  site: ["meta:og:site_name", "json-ld:site", "meta:application-name", "meta:dc.publisher", "meta:dcterms.publisher"],
  title: [
    ...["json-ld:headline", "meta:og:title", "meta:twitter:title", "microdata:headline", "json-ld:name"],
    ...["meta:parsely-title", "meta:sailthru.title", "meta:dc.title", "meta:dcterms.title", "meta:citation_title"],
    ...["meta:title", "json-ld:page", "title", "h1"],
  ],
  byline: [
    ...["json-ld:author", "meta:author", "meta:article:author", "meta:og:article:author", "microdata:author"],
    ...["meta:byl", "meta:parsely-author", "meta:sailthru.author", "meta:citation_author"],
    ...["meta:dc.creator", "meta:dcterms.creator", "meta:twitter:creator", "rel:author", "class:author"],
  ],
  published: [
    ...["json-ld:datePublished", "meta:article:published_time", "meta:og:article:published_time"],
    ...["meta:og:published_time", "microdata:datePublished", "meta:datepublished", "meta:publish-date", "meta:pubdate"],
    ...["meta:publishdate", "meta:parsely-pub-date", "meta:sailthru.date", "meta:citation_publication_date"],
    ...["meta:dc.date.issued", "meta:dcterms.issued", "meta:dcterms.created", "meta:dc.date.created"],
    ...["meta:dc.date", "meta:dcterms.date", "meta:date", "time:published", "time:near-title", "address"],
    "text:near-title",
  ],
  modified: [
    ...["json-ld:dateModified", "meta:article:modified_time", "meta:og:updated_time", "microdata:dateModified"],
    ...["meta:datemodified", "meta:dcterms.modified", "meta:dc.date.modified", "meta:last-modified", "meta:revised"],
    ...["time:modified", "text:near-title"],
  ],
  lang: [
    ...["html:lang", "meta:content-language", "meta:dc.language", "meta:dcterms.language", "meta:language"],
    ...["json-ld:inLanguage", "microdata:inLanguage", "meta:og:locale"],
  ],
  url: ["link:canonical", "meta:og:url", "json-ld:url", "meta:parsely-link"],
  description: [
    ...["meta:description", "meta:og:description", "json-ld:description", "meta:twitter:description"],
    ...["microdata:description", "meta:sailthru.description", "meta:dc.description", "meta:dcterms.abstract"],
  ],
  image: [
    ...["meta:og:image:secure_url", "meta:og:image", "meta:og:image:url", "json-ld:image", "meta:twitter:image"],
    ...["meta:twitter:image:src", "meta:parsely-image-url", "meta:sailthru.image.full", "microdata:image"],
    ...["json-ld:thumbnailUrl", "microdata:thumbnailUrl", "link:image_src"],
  ],
  licence: [
    ...["rel:license", "json-ld:license", "microdata:license", "meta:dcterms.license", "meta:dc.rights.license"],
    "link:creative-commons",
  ],
  tags: [
    ...["json-ld:keywords", "meta:article:tag", "meta:og:article:tag", "meta:parsely-tags", "meta:sailthru.tags"],
    ...["meta:news_keywords", "microdata:keywords", "rel:tag", "meta:keywords"],
  ],
};
