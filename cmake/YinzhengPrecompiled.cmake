# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# Headers that most sources read, parsed once for all targets: they are over half of the time of a build. A set is named by
# what its users speak of:
#   language      the standard library and Abseil: what stands below the contract
#   contract      those and the messages of the contract
#   command_line  those and CLI11
#   test          contract and GoogleTest; its users are compiled without optimization, which is a quarter of their time: what they
#                 test is not
# A source still includes what it uses: clang-tidy and all_verify_interface_header_sets read every file without these.

option(YINZHENG_USE_PRECOMPILED "Parse common headers once" ON)

set(_yz_language_headers
    <algorithm>
    <cstdint>
    <functional>
    <map>
    <memory>
    <optional>
    <set>
    <string>
    <string_view>
    <utility>
    <vector>
    "absl/container/flat_hash_map.h"
    "absl/status/statusor.h"
    "absl/strings/str_cat.h"
    "absl/strings/str_split.h"
    "absl/time/time.h"
    "absl/types/span.h")
set(_yz_contract_headers ${_yz_language_headers} "yinzheng/store/v1/records.pb.h" "yinzheng/v1/check_service.pb.h"
                         "yinzheng/v1/search_service.pb.h")

# One PCH of GCC serves sources whose flags agree: all are compiled for threads and position-independent, programs too.
if(YINZHENG_USE_PRECOMPILED)
  add_compile_options(-pthread)
  set(CMAKE_CXX_COMPILE_OPTIONS_PIE ${CMAKE_CXX_COMPILE_OPTIONS_PIC})
endif()

function(_yz_precompiled name)
  cmake_parse_arguments(ARG "" "" "HDRS;DEPS" ${ARGN})
  set(source ${CMAKE_BINARY_DIR}/precompiled/${name}.cc)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Holds the precompiled headers of its set.\n")
  add_library(yinzheng_precompiled_${name} OBJECT ${source})
  target_link_libraries(yinzheng_precompiled_${name} PRIVATE ${ARG_DEPS})
  list(TRANSFORM ARG_HDRS REPLACE "^([^<].*)$" "<\\1>")
  target_precompile_headers(yinzheng_precompiled_${name} PRIVATE ${ARG_HDRS})
endfunction()

# To be called once, when the dependencies are known.
function(yz_define_precompiled)
  if(NOT YINZHENG_USE_PRECOMPILED)
    return()
  endif()
  set(absl absl::flat_hash_map absl::statusor absl::strings absl::time absl::span)
  _yz_precompiled(language HDRS ${_yz_language_headers} DEPS ${absl})
  _yz_precompiled(contract HDRS ${_yz_contract_headers} DEPS ${absl} yinzheng::proto)
  _yz_precompiled(command_line HDRS ${_yz_contract_headers} "CLI/CLI.hpp" DEPS ${absl} yinzheng::proto CLI11::CLI11)
  if(YINZHENG_BUILD_TESTS)
    _yz_precompiled(test HDRS ${_yz_contract_headers} "gmock/gmock.h" "gtest/gtest.h" DEPS ${absl} yinzheng::proto
                    GTest::gmock GTest::gtest)
    target_compile_options(yinzheng_precompiled_test PRIVATE ${_yz_test_options})
  endif()
endfunction()

# The same for the headers and for their users, or GCC refuses them.
set(_yz_test_options $<$<NOT:$<CONFIG:Release>>:-O0>)

function(yz_use_precompiled target set)
  if("${set}" STREQUAL "test")
    target_compile_options(${target} PRIVATE ${_yz_test_options})
  endif()
  if(YINZHENG_USE_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM yinzheng_precompiled_${set})
  endif()
endfunction()
