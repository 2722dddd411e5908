# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# The only way to define a target:
#   yz_cc_library(NAME text HDRS fold.h SRCS fold.cc DEPS yinzheng::base [PRECOMPILED language] [TOGETHER 8])   -> yinzheng::text
#   yz_cc_binary(NAME yinzheng-index SRCS main.cc DEPS yinzheng::pipeline)      -> bin/yinzheng-index, installed
#   yz_cc_test(NAME fold_test SRCS fold_test.cc DEPS yinzheng::text [LABELS unit] [TIMEOUT 300])
#   yz_cc_benchmark(NAME search_benchmark SRCS … DEPS …)                        -> bin/search_benchmark, run by ./dev bench
#   yz_cc_tool(NAME retrieval_report SRCS … DEPS …)                              -> bin/retrieval_report, for measuring; not installed
#   yz_data(DESTINATION knowledge FILES rules.textproto)   -> share/yinzheng/knowledge/rules.textproto, installed
# What is installed is of the component `programs`; clients/cpp/package adds `client`, cmake/YinzhengPackages.cmake `system`.
# The include root is the repository root, so a header is named by its full path. Nothing globs. PRECOMPILED names a set of
# headers of YinzhengPrecompiled.cmake: contract for libraries, test for tests, command_line for programs, unless said otherwise.
# TOGETHER compiles so many sources as one, for libraries whose every source makes the compiler write the same inline functions
# (those of CLI11 alone take five seconds a source): what their unnamed namespaces hold must then differ in name or in parameters.

add_library(yinzheng_warnings INTERFACE)
add_library(yinzheng::warnings ALIAS yinzheng_warnings)
target_compile_options(yinzheng_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion -Werror)
# GCC 12 sees overruns in its own std::string where there are none, and forgets that a library is none of our code once that is
# precompiled. Builds without precompiled headers, and those of clang, keep these warnings.
if(YINZHENG_USE_PRECOMPILED AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(yinzheng_warnings INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endif()

# Everything that a program reads at run time hangs on this target, so that building one test brings its data.
add_custom_target(yinzheng_data ALL)

function(_yz_include_root target)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
endfunction()

function(yz_cc_library)
  cmake_parse_arguments(ARG "" "NAME;PRECOMPILED;TOGETHER" "HDRS;SRCS;DEPS" ${ARGN})
  set(target yinzheng_${ARG_NAME})
  if(ARG_SRCS)
    add_library(${target} STATIC ${ARG_SRCS})
    _yz_include_root(${target})
    if(NOT ARG_PRECOMPILED)
      set(ARG_PRECOMPILED contract)
    endif()
    yz_use_precompiled(${target} ${ARG_PRECOMPILED})
    if(ARG_TOGETHER)
      set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${ARG_TOGETHER})
    endif()
    target_link_libraries(${target} PUBLIC ${ARG_DEPS} PRIVATE yinzheng::warnings)
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE ${ARG_DEPS})
    set(scope INTERFACE)
  endif()
  # A file set lets all_verify_interface_header_sets compile every header alone.
  target_sources(${target} ${scope} FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${ARG_HDRS})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  add_library(yinzheng::${ARG_NAME} ALIAS ${target})
endfunction()

function(_yz_executable name precompiled)
  cmake_parse_arguments(ARG "" "" "SRCS;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SRCS})
  _yz_include_root(${name})
  yz_use_precompiled(${name} ${precompiled})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} yinzheng::warnings)
  add_dependencies(${name} yinzheng_data)
endfunction()

function(yz_cc_binary)
  cmake_parse_arguments(ARG "" "NAME" "SRCS;DEPS" ${ARGN})
  _yz_executable(${ARG_NAME} command_line SRCS ${ARG_SRCS} DEPS ${ARG_DEPS})
  install(TARGETS ${ARG_NAME} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
endfunction()

# One ctest per binary: its cases share what is costly to load, such as the dictionary.
function(yz_cc_test)
  cmake_parse_arguments(ARG "" "NAME;TIMEOUT" "SRCS;DEPS;LABELS" ${ARGN})
  if(NOT YINZHENG_BUILD_TESTS)
    return()
  endif()
  _yz_executable(${ARG_NAME} test SRCS ${ARG_SRCS} DEPS ${ARG_DEPS} GTest::gmock GTest::gtest GTest::gmock_main)
  target_compile_definitions(${ARG_NAME} PRIVATE YINZHENG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${ARG_NAME} COMMAND ${ARG_NAME})
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  if(CMAKE_BUILD_TYPE MATCHES "^(Asan|Tsan)$")
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")  # They are slower by far, on a busy machine beyond 300 s.
  endif()
  set_tests_properties(${ARG_NAME} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()

function(yz_cc_benchmark)
  cmake_parse_arguments(ARG "" "NAME" "SRCS;DEPS" ${ARGN})
  if(NOT YINZHENG_BUILD_TESTS)
    return()
  endif()
  _yz_executable(${ARG_NAME} contract SRCS ${ARG_SRCS} DEPS ${ARG_DEPS} benchmark::benchmark benchmark::benchmark_main)
  target_compile_definitions(${ARG_NAME} PRIVATE YINZHENG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endfunction()

function(yz_cc_tool)
  cmake_parse_arguments(ARG "" "NAME" "SRCS;DEPS" ${ARGN})
  if(NOT YINZHENG_BUILD_TESTS)
    return()
  endif()
  _yz_executable(${ARG_NAME} command_line SRCS ${ARG_SRCS} DEPS ${ARG_DEPS})
endfunction()

# Copies under the file's own name, folders dropped, as install(FILES) does.
function(yz_data)
  cmake_parse_arguments(ARG "" "DESTINATION" "FILES" ${ARGN})
  set(outputs "")
  foreach(file IN LISTS ARG_FILES)
    cmake_path(ABSOLUTE_PATH file NORMALIZE OUTPUT_VARIABLE source)
    cmake_path(GET source FILENAME filename)
    set(output ${CMAKE_BINARY_DIR}/share/yinzheng/${ARG_DESTINATION}/${filename})
    add_custom_command(
      OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -E copy ${source} ${output}
      DEPENDS ${source}
      COMMENT "Data ${ARG_DESTINATION}/${filename}")
    list(APPEND outputs ${output})
  endforeach()
  string(MAKE_C_IDENTIFIER "yinzheng_data_${ARG_DESTINATION}_${CMAKE_CURRENT_SOURCE_DIR}" target)
  add_custom_target(${target} DEPENDS ${outputs})
  add_dependencies(yinzheng_data ${target})
  install(FILES ${outputs} DESTINATION ${CMAKE_INSTALL_DATADIR}/yinzheng/${ARG_DESTINATION} COMPONENT programs)
endfunction()
