# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# Every library from outside, found once. Folders link the targets named here and search for nothing themselves:
#   gRPC::grpc++ gRPC::grpc++_reflection protobuf::libprotobuf absl::* ICU::uc ICU::i18n ZLIB::ZLIB OpenSSL::Crypto
#   CLI11::CLI11 nlohmann_json::nlohmann_json prometheus-cpp::pull Threads::Threads
#   yinzheng::allocator yinzheng::xapian yinzheng::cppjieba yinzheng::gumbo yinzheng::md4c yinzheng::yaml yinzheng::opencc yinzheng::re2 yinzheng::utf8proc yinzheng::zstd   (no usable target upstream)

find_package(Threads REQUIRED)
find_package(Protobuf 3.21 REQUIRED)
find_package(absl CONFIG REQUIRED)
find_package(gRPC CONFIG REQUIRED)
find_package(xapian CONFIG REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(CLI11 CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(prometheus-cpp CONFIG REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(JEMALLOC REQUIRED IMPORTED_TARGET jemalloc)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(OPENCC REQUIRED IMPORTED_TARGET opencc)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)

add_library(yinzheng::gumbo ALIAS PkgConfig::GUMBO)
add_library(yinzheng::md4c ALIAS PkgConfig::MD4C)
add_library(yinzheng::yaml ALIAS PkgConfig::YAML)
add_library(yinzheng::opencc ALIAS PkgConfig::OPENCC)
add_library(yinzheng::re2 ALIAS PkgConfig::RE2)
add_library(yinzheng::zstd ALIAS PkgConfig::ZSTD)
add_library(yinzheng::utf8proc ALIAS PkgConfig::UTF8PROC)

# What the programs allocate with: a sixth less processor time than with the C library's malloc (docs/performance.md). Nothing names a symbol of
# it, so the linker has to be told to keep it. Sanitizers bring their own.
add_library(yinzheng_allocator INTERFACE)
add_library(yinzheng::allocator ALIAS yinzheng_allocator)
if(NOT CMAKE_BUILD_TYPE MATCHES "^(Asan|Tsan)$")
  target_link_libraries(yinzheng_allocator INTERFACE PkgConfig::JEMALLOC)
  target_link_options(yinzheng_allocator INTERFACE "LINKER:--no-as-needed")
endif()

# Debian's Xapian package sets variables and defines no target.
add_library(yinzheng_xapian INTERFACE)
add_library(yinzheng::xapian ALIAS yinzheng_xapian)
target_include_directories(yinzheng_xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(yinzheng_xapian INTERFACE ${XAPIAN_LIBRARIES})

# What Debian does not carry comes from npm (package-lock.json), scripts off: sources and data, nothing is run.
set(YINZHENG_NODE_MODULES ${PROJECT_SOURCE_DIR}/node_modules)
set(YINZHENG_CPPJIEBA_DIR ${YINZHENG_NODE_MODULES}/nodejieba/submodules/cppjieba)
set(YINZHENG_GOOGLE_PROTOS_DIR ${YINZHENG_NODE_MODULES}/google-proto-files)
set(YINZHENG_PINYIN_DIR ${YINZHENG_NODE_MODULES}/pinyin-pro)
foreach(folder IN ITEMS ${YINZHENG_CPPJIEBA_DIR}/include ${YINZHENG_GOOGLE_PROTOS_DIR}/google/rpc
                        ${YINZHENG_PINYIN_DIR}/dist/esm/data)
  if(NOT IS_DIRECTORY ${folder})
    message(FATAL_ERROR "${folder} is missing: run ./dev setup, which installs what package-lock.json pins")
  endif()
endforeach()

# cppjieba is headers only, with limonp beside it.
add_library(yinzheng_cppjieba INTERFACE)
add_library(yinzheng::cppjieba ALIAS yinzheng_cppjieba)
target_include_directories(
  yinzheng_cppjieba SYSTEM INTERFACE ${YINZHENG_CPPJIEBA_DIR}/include
                                     ${YINZHENG_CPPJIEBA_DIR}/deps/limonp/include)
set(jieba_dictionaries hmm_model.utf8 idf.utf8 jieba.dict.utf8 stop_words.utf8 user.dict.utf8)
list(TRANSFORM jieba_dictionaries PREPEND ${YINZHENG_CPPJIEBA_DIR}/dict/)
yz_data(DESTINATION dict FILES ${jieba_dictionaries})

# Readings of characters, words and surnames (MIT: its licence goes along), read as data by indexer/text/pinyin.
set(pinyin_files dict1.mjs dict2.mjs dict3.mjs dict4.mjs dict5.mjs surname.mjs)
list(TRANSFORM pinyin_files PREPEND ${YINZHENG_PINYIN_DIR}/dist/esm/data/)
yz_data(DESTINATION pinyin FILES ${pinyin_files} ${YINZHENG_PINYIN_DIR}/LICENSE)
