"""What machines read of an item: the article tags of 国办发〔2017〕47号, and JSON-LD."""

from __future__ import annotations

import json
from urllib.parse import quote

from plugins.records.item import Item


def article(item: Item, public_url: str) -> tuple[tuple[str, str], ...]:
    """ArticleTitle, PubDate and the rest; a tag without content is left out by the template.

    PubDate is the day of publication and no other: a date that only looks like one is a forgery.
    """
    published = f"{item.publish_date.isoformat()} 00:00" if item.publish_date else ""
    return (
        ("ArticleTitle", item.title),
        ("PubDate", published),
        ("ContentSource", item.record.raw("source") or item.publisher.name),
        ("Keywords", ",".join(item.keywords)),
        ("Author", item.issuer.name),
        ("Description", item.summary.text),
        ("Url", public_url + quote(item.address) if public_url else ""),
    )


def json_ld(item: Item, public_url: str) -> str:
    """The item as a schema.org DigitalDocument, safe inside ``<script>``."""
    created = item.written_date or item.generated_date
    known: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "name": item.title,
        "identifier": [n for n in (item.index_no, item.doc_number.written) if n],
        "abstract": item.summary.text,
        "keywords": list(item.keywords),
        "about": item.theme[-1] if item.theme else "",
        "dateCreated": created.isoformat() if created else "",
        "datePublished": item.publish_date.isoformat() if item.publish_date else "",
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "author": {"@type": "GovernmentOrganization", "name": item.issuer.name},
        "publisher": {"@type": "GovernmentOrganization", "name": item.publisher.name},
        "url": public_url + quote(item.address) if public_url else "",
    }
    data = json.dumps({k: v for k, v in known.items() if v}, ensure_ascii=False)
    return data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
