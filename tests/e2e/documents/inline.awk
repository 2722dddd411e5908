# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# From Markdown outside of fences: `code LINE TEXT` for each span of code, `link LINE TARGET` for each link.
/^ *```/ { inside = !inside; next }
inside { next }
{
  n = split($0, parts, "`")
  for (i = 2; i <= n - (n % 2 == 0); i += 2) {
    gsub(/\\\|/, "|", parts[i])
    print "code " NR " " parts[i]
  }
  text = $0
  gsub(/`[^`]*`/, "", text)
  while (match(text, /\]\([^) ]+\)/)) {
    print "link " NR " " substr(text, RSTART + 2, RLENGTH - 3)
    text = substr(text, RSTART + RLENGTH)
  }
}
