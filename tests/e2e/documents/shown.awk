# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# awk -f shown.awk SHOWN PRINTED: whether the lines that a document shows are printed, in that order. Lines between them and behind them
# need not be shown; in a line … stands for anything, and alone for any lines. Prints the first line that is missing, and fails.

# fits: whether `line` is made of what stands between the … of `wanted`.
function fits(wanted, line,  parts, n, i, at) {
  n = split(wanted, parts, "…")
  if (n == 1) return wanted == line
  if (index(line, parts[1]) != 1) return 0
  line = substr(line, length(parts[1]) + 1)
  for (i = 2; i < n; i++) {
    at = index(line, parts[i])
    if (at == 0) return 0
    line = substr(line, at + length(parts[i]))
  }
  return length(line) >= length(parts[n]) && substr(line, length(line) - length(parts[n]) + 1) == parts[n]
}

{ sub(/[ \t]+$/, "") }
FILENAME == ARGV[1] { if ($0 != "" && $0 != "…") wanted[++count] = $0; next }
met < count && fits(wanted[met + 1], $0) { met++ }
END {
  if (met == count) exit 0
  print "shown, but not printed" (met ? " behind the lines before it" : "") ": " wanted[met + 1]
  exit 1
}
