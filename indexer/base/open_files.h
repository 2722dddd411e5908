// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How many files this process may have open at a time. Databases take several each, and the limit
// that a shell gives by default (1,024) is a courtesy to old programs.

#ifndef YINZHENG_INDEXER_BASE_OPEN_FILES_H_
#define YINZHENG_INDEXER_BASE_OPEN_FILES_H_

#include <cstdint>

namespace yinzheng::base {

// The limit that holds now.
uint64_t OpenFileLimit();

// Raises it as far as the system lets this process; never lowers it. For the beginning of main().
void RaiseOpenFileLimit();

}  // namespace yinzheng::base

#endif  // YINZHENG_INDEXER_BASE_OPEN_FILES_H_
