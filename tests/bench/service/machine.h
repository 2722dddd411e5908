// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The machine that figures were taken on. Figures of different machines are not compared.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_MACHINE_H_
#define YINZHENG_TESTS_BENCH_SERVICE_MACHINE_H_

#include "nlohmann/json.hpp"

namespace yinzheng::bench {

// Processor, cores, memory, kernel, compiler, build type, libraries, load before the run. Names no
// host.
nlohmann::ordered_json DescribeMachine();

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_MACHINE_H_
