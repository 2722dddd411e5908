#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# pages_test.sh BIN ROOT [files|browser]: yz page and yz site over the sample corpus and an article whose text is hostile. `files` looks at
# what is written; `browser` opens pages in Chromium and ends with 77 (skipped) where there is none. Screenshots stay in BIN/../screenshots.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
part=${3:-files}
if [ "$part" = browser ] && ! command -v chromium >/dev/null; then
  echo "SKIPPED: no chromium on PATH"
  exit 77
fi
idx=$work/idx
site=$work/site

cp -r "$sample" "$work/input"
cp "$sample.metadata.jsonl" "$work/input.metadata.jsonl"
hostile='</script><script>document.title="taken"</script>"><img src=x onerror=alert(1)>'
jq -cn --arg text "$hostile" '{id: "hostile", title: $text, outlet: $text, authors: [$text], url: "javascript:alert(1)", published: "2024-05-06",
  text: "园区有限公司\($text)今年有员工217名。园区有限公司位于北京。"}' >"$work/input/hostile.jsonl"
expect "build" exits 0 "$index_program" build --input "$work/input" --metadata "$work/input.metadata.jsonl" --index "$idx"
expect "start a server" start_server --index "$idx" --listen 127.0.0.1:0
export YZ_SERVER=$address
expect "a site" exits 0 "$yz" site "$site"

# page ARGUMENT…: writes one to $work/page.html.
page() {
  exits 0 "$yz" page "$@" || return
  mv "$work/out" "$work/page.html"
}
subject=$("$yz" --output json facts --kind quantity --limit 1 | jq -r '.facts[0].subject.entity')
article=$("$yz" --output json facts --kind quantity --limit 1 | jq -r '.facts[0].citations[0].article')
fact=$("$yz" --output json facts --article "$article" --kind quantity --limit 1 | jq -r '.facts[0].name')
dated=$("$yz" --output json facts --kind date --limit 1 | jq -r '.facts[0].subject.entity')
anchor=fact-${fact#facts/}

# Every tag that is opened is closed in turn, attributes are quoted, and no id occurs twice. Pages are written so that a dozen lines can read them.
cat >"$work/tags.jq" <<'JQ'
def void: ["meta", "input"];
[match("<(/?)([a-zA-Z0-9]+)((?:\\s+[a-zA-Z0-9:-]+=\"[^\"<>]*\")*)\\s*>"; "g") | {close: (.captures[0].string == "/"), tag: .captures[1].string, attributes: .captures[2].string}]
| map(select(.tag as $t | void | index($t) | not)) as $tags
| reduce $tags[] as $t ([]; if type == "string" then . elif $t.close | not then . + [$t.tag] elif last == $t.tag then .[:-1] else "unexpected </\($t.tag)> in \(.)" end)
| if . == [] then "closed" else tostring end
JQ
well_formed() {
  local file text
  for file in "$@"; do
    # Style sheet and script hold no <; a < or > outside of tags is one that was not escaped.
    text=$(jq -Rrs 'sub("^<!DOCTYPE html>"; "") | gsub("<(?<tag>style|script)>[^<]*</(style|script)>"; "")' "$file")
    same "$(printf '%s' "$text" | jq -Rrs -f "$work/tags.jq")" closed || { echo "in $file"; return 1; }
    same "$(printf '%s' "$text" | sed -E 's/<\/?[a-zA-Z0-9]+( [a-zA-Z0-9:-]+="[^"<>]*")*>//g' | grep -c '[<>]')" 0 || { echo "a stray < or > in $file"; return 1; }
    same "$(printf '%s' "$text" | grep -oE ' id="[^"]*"' | sort | uniq -d)" "" || { echo "an id twice in $file"; return 1; }
  done
}

# Every link of the site leads to a file that is there, and to an anchor in it.
links_resolve() {
  local file target path count=0
  while IFS=$'\t' read -r file target; do
    count=$((count + 1))
    path=$(dirname -- "$file")/${target%%#*}
    case $target in '#'*) path=$file ;; esac
    [ -f "$path" ] || { echo "$file links to $target, which is not there"; return 1; }
    case $target in
    *'#'*) grep -qF "id=\"${target#*#}\"" "$path" || { echo "$file links to $target: no such anchor"; return 1; } ;;
    esac
  done < <(find "$site" -name '*.html' -print0 | xargs -0 grep -oHE 'href="[^"]*"' | sed -E 's/^([^:]*):href="(.*)"$/\1\t\2/' | grep -vE $'\thttps?://' | sort -u)
  echo "$count links"
  [ "$count" -ge 500 ]
}

# No page fetches anything: no src, no @import, no url(), and addresses only in links.
fetches_nothing() {
  ! grep -rlE ' src="|<link|<iframe|@import|url\(|<base' "$@" && ! grep -rhoE ' [a-z-]+="https?:[^"]*"' "$@" | grep -v '^ href='
}

every_fact_has_its_anchor() {
  local name count=0
  for name in $("$yz" --output json facts --article "$1" --limit 500 | jq -r '.facts[].name'); do
    count=$((count + 1))
    same "$(grep -o "id=\"fact-${name#facts/}\"" "$2" | wc -l)" 1 || { echo "$name in $2"; return 1; }
  done
  [ "$count" -ge 10 ]
}

check_files() {
  local some
  mapfile -t some < <(find "$site/entities" -name "*.html" | sort | head -n 40)
  expect "the site is well-formed" well_formed "$site/index.html" "$site"/articles/*.html "${some[@]}"
  expect "its links resolve" links_resolve
  expect "it fetches nothing" fetches_nothing "$site"
  expect "every article has a page" same "$(find "$site/articles" -name '*.html' | wc -l)" "$("$yz" --output json article | jq .totalSize)"
  expect "every fact of an article has its anchor" every_fact_has_its_anchor "$article" "$site/$article.html"
  expect "the index names the generation" grep -qF "$(sed 's/^gen-//' "$idx/CURRENT")" "$site/index.html"
  expect "nothing is left beside it" same "$(find "$work" -maxdepth 1 -name 'site*')" "$site"
  expect "hostile text is escaped" same "$(grep -rlE '<script>document|<img|javascript:' "$site")" ""
  expect "and shown" grep -rqF '&lt;img src=x onerror=alert(1)&gt;' "$site/articles"
  expect "a page of an article" page article "${article#articles/}"
  expect "has its facts" every_fact_has_its_anchor "$article" "$work/page.html"
  expect "is well-formed" well_formed "$work/page.html"
  expect "fetches nothing" fetches_nothing "$work/page.html"
  expect "links to no other page" same "$(grep -oE 'href="[^#h][^"]*"' "$work/page.html")" ""
  expect "a page by resource name" page "$article"
  expect "a page of an entity" page entity "$subject"
  expect "is well-formed" well_formed "$work/page.html"
  expect "an entity by resource name" page "$subject"
  expect "a page of a chronicle" page timeline "$dated"
  expect "is well-formed" well_formed "$work/page.html"
  expect "a page in Traditional" page "$("$yz" --output json article | jq -r 'first(.articles[]|select(.language == "zh-Hant")).name')"
  expect "with labels in it" grep -qF '劃線' "$work/page.html"

  expect "a directory that holds something" refuses 2 "not an empty directory" "$yz" site "$site"
  expect "a directory without a parent" refuses 2 "parent" "$yz" site "$work/none/site"
  expect "the current directory" refuses 2 "name a directory inside it" env -C "$(mktemp -d -p "$work")" "$yz" site .
  mkdir "$work/few"
  expect "an empty directory, few entities" exits 0 "$yz" site "$work/few" --entities 3
  expect "says how many were left out" printed "3 entities ("
  expect "as many pages" same "$(find "$work/few/entities" -name '*.html' | wc -l)" 3
  expect "no such article" refuses 1 RESOURCE_NOT_FOUND "$yz" page article none
  expect "no such entity" exits 1 "$yz" page entity 不存在的研究所
  expect "a page of nothing in particular" refuses 2 "timeline SUBJECT" "$yz" page 量子院
  expect "a property without a timeline" refuses 2 "--property" "$yz" page "$article" --property 面积
  expect "no server" exits 3 "$yz" --server "unix:$work/none" --timeout 5 site "$work/failed"
  expect "leaves nothing" same "$(find "$work" -maxdepth 1 -name 'failed*')" ""
}

# browse NAME URL ARGUMENT…: what the page is after its script has run, in $work/dom; the browser's log in $work/err.
browse() {
  local url=$1
  shift
  run chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --user-data-dir="$work/browser" --enable-logging=stderr --v=0 \
    "$@" "$url"
  [ "$status" -eq 0 ] || { tail -n 20 "$work/err"; return 1; }
  cp "$work/out" "$work/dom"
  ! grep -F 'CONSOLE' "$work/err"
}
dom_has() { grep -qE "$1" "$work/dom" || { echo "the page lacks $1"; return 1; }; }
shot() { browse "$2" --screenshot="$shots/$1.png" --window-size="$3" && [ -s "$shots/$1.png" ]; }

check_in_browser() {
  local shots=$bin/../screenshots
  mkdir -p "$shots"
  local url=file://$site/$article.html
  expect "opens an article" browse "$url" --dump-dom
  expect "no fact is shown" same "$(grep -cE 'class="card [^"]* on' "$work/dom")" 0
  expect "opens a fact" browse "$url#$anchor" --dump-dom
  expect "shows its card" dom_has "class=\"card k-quantity on chosen\" id=\"card-${fact#facts/}\""
  expect "opens the panel" dom_has 'id="panel"[^>]*class="open"'
  expect "marks its quotation" dom_has 'class="[^"]*quoted'
  local page
  for page in "$site/index.html" "$site/$subject.html" "$site"/articles/*.html; do
    expect "no complaints of $(basename -- "$page")" browse "file://$page" --dump-dom
    expect "the title is not taken" same "$(grep -c '<title>taken' "$work/dom")" 0
  done
  expect "a picture of an article" shot article "$url#$anchor" 1200,1600
  expect "on a phone" shot article-phone "$url#$anchor" 500,900
  expect "a picture of an entity" shot entity "file://$site/$subject.html" 1200,1600
  expect "a picture of the index" shot index "file://$site/index.html" 1200,1600
}

if [ "$part" = files ]; then check_files; else check_in_browser; fi
stop_server TERM
expect "the server ends well" same "$status" 0
finish
