"""What machines read of an item: the article tags of 国办发〔2017〕47号, and JSON-LD."""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Mapping
from urllib.parse import quote

from plugins import addresses
from plugins.catalog import aspects
from plugins.hanzi.fold import fold
from plugins.records.item import Item, Relation
from plugins.records.source import Attachment

TRADITIONAL = "zh-Hant"
_HAN = re.compile("[一-\u9fff]+")

_FORCE = {"有效": "InForce", "已修改": "InForce", "废止": "NotInForce", "失效": "NotInForce"}
_FORCE |= {"尚未施行": "NotInForce"}
_RELATIONS = {"废止": "legislationRepeals", "修改": "legislationChanges", "解读": "isBasedOn"}
_REVERSED = {"被废止": "legislationRepeals", "被修改": "legislationChanges", "被解读": "isBasedOn"}


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
        ("Author", ",".join(_authors(item))),
        ("Description", item.summary.text),
        ("Url", public_url + quote(item.address) if public_url else ""),
    )


def traditional(item: Item) -> bool:
    """Whether an item is written in Traditional characters: one in ten would change."""
    han = "".join(_HAN.findall((item.title + item.record.text)[:1000]))
    changed = sum(map(operator.ne, han, fold(han)))
    return bool(changed > len(han) / 10)


def json_ld(item: Item, public_url: str) -> str:
    """The item as a schema.org DigitalDocument, safe inside ``<script>``.

    A policy document is Legislation too, which has words for what is in force and what repeals.
    """
    created = item.written_date or item.generated_date
    policy = item.validity.asked and not item.withdrawn  # 撤回 is no word of what is in force
    known: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": ["DigitalDocument", "Legislation"] if policy else "DigitalDocument",
        "name": item.title,
        "identifier": [n for n in (item.index_no, item.doc_number.written) if n],
        "abstract": item.summary.text,
        "keywords": list(item.keywords),
        "about": item.theme[-1] if item.theme else "",
        "dateCreated": created.isoformat() if created else "",
        "datePublished": item.publish_date.isoformat() if item.publish_date else "",
        "inLanguage": TRADITIONAL if traditional(item) else "zh-CN",
        "isAccessibleForFree": True,
        "author": [_organ(name) for name in _authors(item)],
        "publisher": _organ(item.publisher.name),
        "url": public_url + quote(item.address) if public_url else "",
        "creativeWorkStatus": item.validity.word if item.validity.asked else "",
        "expires": ends.isoformat() if (ends := item.abolish_date or item.valid_until) else "",
        "associatedMedia": [_file(a, item, public_url) for a in item.attachments],
        **_relations(item, public_url),
        **aspects.service(item),
    }
    data = json.dumps({k: v for k, v in known.items() if v}, ensure_ascii=False)
    return data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _authors(item: Item) -> tuple[str, ...]:
    """The issuer and those who issued with it, each once."""
    return tuple(dict.fromkeys(b.name for b in (item.issuer, *item.joint_issuers)))


def _organ(name: str) -> Mapping[str, str]:
    return {"@type": "GovernmentOrganization", "name": name}


def _file(attachment: Attachment, item: Item, public_url: str) -> Mapping[str, str]:
    url = public_url + addresses.quoted(addresses.attachment(item.address, attachment.name))
    known = {
        "@type": "MediaObject",
        "name": attachment.title or attachment.name,
        "contentSize": str(attachment.size),
        "contentUrl": url if public_url else "",
    }
    return {k: v for k, v in known.items() if v}


def _relations(item: Item, public_url: str) -> Mapping[str, object]:
    """What the item does to other documents; what they do to it, under ``@reverse``."""

    def grouped(words: Mapping[str, str]) -> dict[str, object]:
        found: dict[str, list[Mapping[str, str]]] = {}
        for relation in item.relations:
            if relation.label in words:
                found.setdefault(words[relation.label], []).append(_other(relation, public_url))
        return dict(found)

    own, back = grouped(_RELATIONS), grouped(_REVERSED)
    force = _FORCE.get(item.validity.word, "") if item.validity.asked else ""
    law = {"legislationLegalForce": f"https://schema.org/{force}"} if force else {}
    return {**law, **own, **({"@reverse": back} if back else {})}


def _other(relation: Relation, public_url: str) -> Mapping[str, str]:
    url = public_url + quote(relation.address) if public_url and relation.address else ""
    kind = "DigitalDocument" if relation.label.endswith("解读") else "Legislation"
    known = {"@type": kind, "name": relation.title, "identifier": relation.number}
    return {k: v for k, v in {**known, "url": url}.items() if v}
