"""What the importer reports, in words for the clerk who looks the items through."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "import-empty-file": ("文件是空的", "从旧网站重新保存这个文件，再导入一次"),
        "import-binary": ("文件不是文本：含有字节 0", "另存为网页、纯文本或 docx，再导入一次"),
        "import-encoding-unknown": (
            "文字编码认不出来：{value}",
            "用编辑器另存为 UTF-8，再导入一次",
        ),
        "import-encoding": ("文件不是 UTF-8，按 {value} 读入", "核对正文有没有错字"),
        "import-too-deep": (
            "网页的元素一层套一层，套得太深，没有读",
            "在浏览器里打开，把文字另存为纯文本",
        ),
        "import-bad-word": ("Word 文件打不开：{value}", "用办公软件另存为 docx，再导入一次"),
        "import-not-read": (
            "不能读“{value}”这一类文件",
            "另存为网页、纯文本或 docx；作为附件时放进条目的文件夹",
        ),
        "import-symlink": ("符号链接不跟随", "把链接所指的文件复制到这里"),
        "import-special": ("不是普通文件", "删去，或换成普通文件"),
        "import-unreadable": ("文件读不出来：{value}", "检查文件的权限"),
        "import-no-content": (
            "既没有标题，也没有正文",
            "确认这是不是一篇信息的页面；列表页不必导入",
        ),
        "import-list-page": ("这是列表页，不是一篇信息", "不必导入列表页；导入它所列的各页"),
        "import-no-title": ("没有找到标题，暂用文件名“{value}”", "在条目的“名称”一行写上正式标题"),
        "import-title-is-column": (
            "网页的 <title> 是“{value}”，不是信息的标题",
            "标题取自别处，核对“名称”",
        ),
        "import-no-block": (
            "页面没有元数据栏：索引号、机关、日期都没有标明",
            "查原件，补全条目的文件头",
        ),
        "import-no-value": ("没有找到“{field}”", "确定以后写进条目的文件头"),
        "import-empty-label": ("“{field}”后面是空的", "确定以后写进条目的文件头；没有就不写"),
        "import-no-meaning": (
            "“{field}”写的是“{value}”，不当作内容",
            "确定以后写进条目的文件头；没有就不写",
        ),
        "import-bad-date": (
            "“{field}”写的是“{value}”，不是能认的日期",
            "查原件，按 2021-01-07 的样子写",
        ),
        "import-recorded-at": (
            "“{field}”是 {value}，带时分秒，是录入的时刻，不当作{field}",
            "查原件，写明成文日期或形成日期",
        ),
        "import-shown-time": (
            "页面上的时间 {value} 没有标明是发布日期，记作录入时间",
            "知道原发布日期的，写进“公开日期”",
        ),
        "import-url-date": ("网址里的日期与页面上的时间相差 {value} 天", "核对公开日期"),
        "import-number-year": (
            "索引号的年份与成文日期的年份不同：{value}",
            "旧号照旧使用；核对成文日期",
        ),
        "import-not-a-choice": (
            "“{field}”写的是“{value}”，不在规定的词里",
            "对照原件，改成规定的词",
        ),
        "import-bad-index": ("索引号里没有数字：{value}", "核对原页面；没有就留给 number 编号"),
        "import-number-waits": (
            "原有索引号“{value}”，栏目或机构确定以前先写“待编”",
            "确定后运行 number，原号写回",
        ),
        "import-number-taken": (
            "索引号“{value}”已经给了另一条信息",
            "核对两个原页面，确定这个号是谁的",
        ),
        "import-bad-doc-number": (
            "文号“{value}”不合“机关代字〔年份〕序号号”的样子",
            "核对原件，改正条目里的文号",
        ),
        "import-doc-number-brackets": (
            "文号写作“{value}”，括号已统一为〔〕",
            "不必改动；原样记在导入报告里",
        ),
        "import-doc-number-differs": (
            "正文印的文号是“{value}”，与标注的不同",
            "以原件为准，改正条目里的文号",
        ),
        "import-from-body": ("“{field}”取自正文：{value}", "与原件核对"),
        "import-only-issuer": (
            "页面只有“发文机关”，没有“发布机构”：{value}",
            "核对发布机构；不同时移动条目的文件夹",
        ),
        "import-only-publisher": (
            "页面只有“发布机构”，没有“发文机关”：{value}",
            "发文机关不同时，补上一行“发文机关”",
        ),
        "import-signature-differs": (
            "页面标注的机关与落款不同，落款是“{value}”",
            "落款作发文机关，标注的作发布机构；与原件核对",
        ),
        "import-date-differs": (
            "正文落款的日期是 {value}，与标注的成文日期不同",
            "以原件为准，改正成文日期",
        ),
        "import-printed-date": (
            "正文印的日期“{value}”缺字或不全，没有采用",
            "查原件，写明成文日期",
        ),
        "import-validity-title": (
            "有效性取自标题里的“{value}”",
            "标题里的说明已移到“有效性”；核对废止的日期和文件",
        ),
        "import-validity-conflict": ("标题写着“{value}”，标注的有效性不是", "核对后改正“有效性”"),
        "import-source-fallback": (
            "“来源”是网站的名称“{value}”：原来没有填，不能当作发文机关",
            "核对来源，没有就删去这一行",
        ),
        "import-source-not-body": (
            "“来源”写的是“{value}”，不是机关名称，不能当作发文机关",
            "核对来源",
        ),
        "import-keywords-repeat": (
            "关键词只是重复了栏目或标题，没有采用：{value}",
            "需要时自己写一至五个关键词",
        ),
        "import-keywords-inferred": ("关键词取自网页的描述：{value}", "核对关键词"),
        "import-theme-script": (
            "主题分类由网页程序按代码 {value} 填写，已照代码表译出",
            "核对主题分类",
        ),
        "import-theme-code": (
            "主题分类由网页程序填写，代码 {value} 在页面里查不到名称",
            "查原网站，写上主题分类",
        ),
        "import-view-count": ("“{field}”是访问计数，没有带过来", "不必改动"),
        "import-several-columns": (
            "栏目“{value}”下面还有别的栏目，条目放在它自己这一级",
            "核对栏目树",
        ),
        "import-no-body": ("不知道发布机构，条目暂放“待定”", "运行 number，用 --body 指定机关"),
        "import-no-column": ("不知道栏目，条目先作草稿", "运行 number，用 --column 指定栏目"),
        "import-body-from-signature": ("没有标注机构，按落款放在“{value}”名下", "核对发布机构"),
        "import-attachment": (
            "附件“{value}”没有随网页保存下来，只记了网址",
            "下载后放进条目的文件夹，并写进“附件”",
        ),
        "import-image": ("正文里的图片没有带过来：{value}", "需要时下载，放进条目的文件夹"),
        "import-markup": ("正文里的上标、下标按普通文字写入：{value}", "核对单位和符号"),
        "import-heading": ("整段文字被标成标题，按普通段落写入：{value}", "不必改动"),
        "import-title-only": ("正文只有标题，内容在附件里", "核对附件是否齐全"),
        "import-inline-annex": ("附件“{value}”就在正文里，不是单独的文件", "不必改动"),
        "import-annex-missing": (
            "正文提到附件“{value}”，页面上没有这个文件",
            "找到原附件，放进条目的文件夹",
        ),
        "import-repeals-count": ("正文说废止的份数与列出的不同：{value}", "对照原件补全“废止文件”"),
        "import-valid-years": (
            "正文写着“{value}”，没有写到哪一天为止",
            "算出最后一日，写进“有效期至”",
        ),
        "import-several-documents": ("一个文件里像有多篇：{value}", "拆成几个文件，再分别导入"),
        "import-control": ("去掉了 {value} 个控制字符", "核对正文"),
        "import-pipe": ("表格里的竖线“|”换成了“｜”", "核对表格"),
        "import-unused-file": (
            "没有哪个网页提到这个文件",
            "是附件的，放进条目的文件夹并写进“附件”",
        ),
        "import-name-changed": ("附件改名为“{value}”：原名里有不能用的字符", "不必改动"),
        "import-name-ending": ("附件的名称没有扩展名，存为“{value}”", "不必改动"),
        "import-name-twice": ("已有同名的附件，这一个存为“{value}”", "核对两个附件是不是同一份"),
        "import-no-text": (
            "没有找到正文",
            "打开原文件核对：有正文的，粘贴到条目里；图片里的字另行录入",
        ),
        "import-duplicate": (
            "与 {value} 的网址相同，像是同一页保存了两次；来源改记文件名",
            "核对两个条目，重复的删去一个",
        ),
        "import-failed": ("读这个文件时出了意料之外的差错：{value}", "把这个文件发给维护人员"),
    }
)
"""Code → what was met, and what to do; every code is one of the ``findings`` of the report."""
