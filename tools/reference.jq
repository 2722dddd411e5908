# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# From an image of the protos with their comments, as `buf build` writes it in JSON, to pages of Markdown: a line for each
# page, its name and its text in base64. Not a general generator: it knows proto3 without extensions, as the contract is.
#
# A descriptor has comments by path, [4, 0, 2, 1] being field 1 of message 0. Numbers of paths: 2 package; 4 message, in it 2
# field, 3 message, 4 enum, 8 oneof; 5 enum, in it 2 value; 6 service, in it 2 call.

def page_of: split("/")[-1] | sub("[.]proto$"; ".md");
def anchor: ascii_downcase | gsub("[^a-z0-9 _-]"; "") | gsub(" "; "-");

# Words of a comment as Markdown: what stands between backticks stays as it is, marks elsewhere are made harmless.
def prose:
  split("`") | to_entries
  | map(if .key % 2 == 0 then .value | gsub("(?<mark>[*<\\[\\]])"; "\\\(.mark)") else .value end)
  | join("`");

# Every line ends in a line break; lines set in by two are an example, the others one paragraph. An empty line parts paragraphs.
def blocks:
  reduce (split("\n")[:-1][] | sub("^ "; "")) as $line ([];
    (if $line == "" then "gap" elif $line | startswith("  ") then "code" else "text" end) as $kind
    | if length > 0 and .[-1].kind == $kind then .[-1].lines += [$line] else . + [{$kind, lines: [$line]}] end)
  | map(select(.kind != "gap"));
def paragraphs:
  blocks
  | map(if .kind == "code" then "```text\n" + (.lines | map(.[2:]) | join("\n")) + "\n```" else .lines | join("\n") | prose end)
  | join("\n\n");
def cell: blocks | map(.lines | map(sub("^ +"; "")) | join(" ")) | join(" ") | prose | gsub("\\|"; "\\|");

# comments: {"4,0,2,1": "…"} of a file.
def comments:
  [.sourceCodeInfo.location[]? | select(.leadingComments) | {key: (.path | map(tostring) | join(",")), value: .leadingComments}]
  | from_entries;
def said($comments; $path): $comments[$path | map(tostring) | join(",")] // "";

# types: where each message and enum of the image stands: {".yinzheng.v1.Fact": {name: "Fact", page: "fact.md"}}.
def types_within($scope; $name; $page):
  (if $name == "" then .name else $name + "." + .name end) as $full
  | {key: ($scope + "." + $full), value: {name: $full, $page}},
    (.nestedType[]?, .enumType[]? | types_within($scope; $full; $page));
def types: [.file[] | (.name | page_of) as $page | ("." + .package) as $scope
  | (.messageType[]?, .enumType[]?) | types_within($scope; ""; $page)] | from_entries;

# link($types; $pages; $page): the name of a type, as a link where a page has it.
def link($types; $pages; $page):
  . as $type | $types[$type] as $known
  | if $known == null or ($pages | index($known.page) | not) then "`\($type | ltrimstr("."))`"
    else "[\($known.name)](\(if $known.page == $page then "" else $known.page end)#\($known.name | anchor))" end;

def field_type($types; $pages; $page; $message):
  . as $field
  | def plain: if .typeName then .typeName | link($types; $pages; $page) else .type | ltrimstr("TYPE_") | ascii_downcase end;
  ([$message.nestedType[]? | select(.options.mapEntry) | . as $entry
     | select($field.typeName | endswith("." + $entry.name))] | first) as $map
  | if $map then "map of \($map.field[0] | plain) to \($map.field[1] | plain)"
    elif $field.label == "LABEL_REPEATED" then "repeated " + plain
    else plain end
  + if $field | has("oneofIndex") then ", one of `\($message.oneofDecl[$field.oneofIndex].name)`" else "" end;

def enum_text($comments; $path; $name; $depth):
  "\("#" * $depth) \($name)\n", (said($comments; $path) | paragraphs + "\n"),
  "| value | number | |\n|---|---|---|\n" + ([.value | to_entries[]
    | "| `\(.value.name)` | \(.value.number // 0) | \(said($comments; $path + [2, .key]) | cell) |\n"] | add);

def message_text($types; $pages; $page; $comments; $path; $name; $depth):
  . as $message
  | "\("#" * $depth) \($name)\n", (said($comments; $path) | paragraphs + "\n"),
  (if .field then
    "| field | type | number | |\n|---|---|---|---|\n" + ([.field | to_entries[]
      | "| `\(.value.name)` | \(.value | field_type($types; $pages; $page; $message)) | \(.value.number) | \(said($comments; $path + [2, .key]) | cell) |\n"] | add)
   else empty end),
  ([.oneofDecl // [] | to_entries[] | "`\(.value.name)`: \(said($comments; $path + [8, .key]) | cell)\n"][]),
  (.nestedType // [] | to_entries[] | select(.value.options.mapEntry | not) | .key as $k | .value
    | message_text($types; $pages; $page; $comments; $path + [3, $k]; "\($name).\(.name)"; 3)),
  (.enumType // [] | to_entries[] | .key as $k | .value | enum_text($comments; $path + [4, $k]; "\($name).\(.name)"; 3));

def service_text($types; $pages; $page; $comments; $path):
  "## \(.name)\n", (said($comments; $path) | paragraphs + "\n"),
  (.method | to_entries[] | .key as $k | .value
    | "### \(.name)\n",
      "\(.inputType | link($types; $pages; $page)) → \(.outputType | link($types; $pages; $page))\n",
      (said($comments; $path + [2, $k]) | paragraphs + "\n"));

def page_text($types; $pages):
  comments as $comments | (.name | page_of) as $page
  | "<!-- Written by tools/reference.sh from the comments of proto/\(.name); change them instead. -->\n",
    "# \(.name | split("/")[-1])\n",
    (said($comments; [2]) | paragraphs + "\n"),
    "Package `\(.package)`, from [proto/\(.name)](../../proto/\(.name)).\n",
    (.service // [] | to_entries[] | .key as $k | .value | service_text($types; $pages; $page; $comments; [6, $k])),
    (.messageType // [] | to_entries[] | .key as $k | .value
      | message_text($types; $pages; $page; $comments; [4, $k]; .name; 2)),
    (.enumType // [] | to_entries[] | .key as $k | .value | enum_text($comments; [5, $k]; .name; 2));

# The first sentence of what a file says of itself.
def gist: comments | said(.; [2]) | cell | sub("(?<first>^.*?[.])( .*|$)"; "\(.first)");

def index_text:
  "<!-- Written by tools/reference.sh from the comments of the protos; change them instead. -->\n",
  "# Reference\n",
  "Every call, message, field, enum value and reason of an error, with what its proto says of it: defaults, units, limits, errors.",
  "The protos are the definition. `./dev reference` writes these pages from them, and a test holds the two together.\n",
  "| page | |\n|---|---|\n" + ([.[] | "| [\(.name | page_of | rtrimstr(".md"))](\(.name | page_of)) | \(gist) |\n"] | add),
  "| call | takes | gives |\n|---|---|---|\n" + ([.[] | (.name | page_of) as $page | .service[]? | .name as $service | .method[]
    | "| [\($service).\(.name)](\($page)#\(.name | anchor)) | `\(.inputType | split(".")[-1])` | `\(.outputType | split(".")[-1])` |\n"] | add);

types as $types
| [.file[] | select(.name | test("^yinzheng/(v1|config/v1|pack/v1)/"))] | sort_by(.package, .name) as $files
| [$files[].name | page_of] as $pages
| (if $pages | length > (unique | length) then error("two protos of one name would write one page") else empty end),
  "README.md \([$files | index_text] | join("\n") | @base64)",
  ($files[] | "\(.name | page_of) \([page_text($types; $pages)] | join("\n") | @base64)")
