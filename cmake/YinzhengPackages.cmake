# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# The Debian packages, which tools/package.sh makes:
#   yinzheng               components programs and system: programs, their data, the service
#   libyinzheng-client-dev component client: the C++ client for find_package and pkg-config
# The component `system` has what is of the machine, outside of any prefix: it is installed by the package alone.

set(YINZHENG_PACKAGE_MAINTAINER "The Yinzheng Authors <yinzheng@localhost>" CACHE STRING "Who answers for the packages, as Name <address>")

set(_debian ${PROJECT_SOURCE_DIR}/deploy/debian)
# The container file builds without these folders, and makes no packages.
if(NOT IS_DIRECTORY ${_debian})
  return()
endif()

# _yz_system_file(SOURCE DESTINATION [REPLACE FROM TO]): in the package at DESTINATION, with FROM as TO.
function(_yz_system_file source destination)
  cmake_parse_arguments(ARG "" "" "REPLACE" ${ARGN})
  if(ARG_REPLACE)
    cmake_path(GET source FILENAME filename)
    file(READ ${source} text)
    string(REPLACE ${ARG_REPLACE} text "${text}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    set(source ${CMAKE_BINARY_DIR}/packages/${filename})
    file(WRITE ${source} "${text}")
  endif()
  install(FILES ${source} DESTINATION ${destination} COMPONENT system EXCLUDE_FROM_ALL)
endfunction()

set(_deploy ${PROJECT_SOURCE_DIR}/deploy)
_yz_system_file(${_deploy}/systemd/yinzheng-server.service /lib/systemd/system REPLACE /usr/local/bin/ /usr/bin/)
_yz_system_file(${_deploy}/config/server.textproto /etc/yinzheng)
# Debian wants these with every package.
execute_process(COMMAND gzip -9nc ${_debian}/changelog OUTPUT_FILE ${CMAKE_BINARY_DIR}/packages/changelog.Debian.gz
                COMMAND_ERROR_IS_FATAL ANY)
foreach(package IN ITEMS yinzheng libyinzheng-client-dev)
  install(FILES ${_debian}/copyright ${CMAKE_BINARY_DIR}/packages/changelog.Debian.gz
          DESTINATION /usr/share/doc/${package} COMPONENT system-${package} EXCLUDE_FROM_ALL)
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME yinzheng)
set(CPACK_PACKAGE_VENDOR "The Yinzheng Authors")
# One line for all packages would stand before what each says of itself, were it not this one.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${CMAKE_PROJECT_NAME} built using CMake")
set(CPACK_COMPONENTS_ALL programs system system-yinzheng client system-libyinzheng-client-dev)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_STRIP_FILES ON)
# Files of /etc and /lib stand outside of the prefix.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${YINZHENG_PACKAGE_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME yinzheng)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION text)
set(CPACK_DEBIAN_SERVER_DESCRIPTION
    "${PROJECT_DESCRIPTION}
Every figure, date, rank, role and quotation comes with the exact words that
state it and their place. yinzheng-index turns a folder of articles into an
index, yinzheng-server serves it by gRPC, yz asks it.")
set(CPACK_DEBIAN_SERVER_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS adduser)
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS less)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA ${_debian}/conffiles ${_debian}/postinst ${_debian}/prerm ${_debian}/postrm)

# What protoc generated compiles with the protobuf that it came from.
string(REGEX MATCH "^[0-9]+\\.([0-9]+)" _protobuf ${Protobuf_VERSION})
math(EXPR _next "${CMAKE_MATCH_1} + 1")
string(REGEX REPLACE "[0-9]+$" ${_next} _next_protobuf ${_protobuf})
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libyinzheng-client-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS libgmock-dev)
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
    "C++ client of Yinzheng
For programs that ask a server of cited facts over Chinese articles: deadlines,
retries, TLS, tokens, and a mock for tests. CMake finds it as yinzheng-client,
and pkg-config too.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "libabsl-dev, libgrpc++-dev, libprotobuf-dev (>= ${_protobuf}), libprotobuf-dev (<< ${_next_protobuf}~)")

include(CPack)
cpack_add_component_group(server)
cpack_add_component_group(development)
cpack_add_component(programs GROUP server)
cpack_add_component(system GROUP server)
cpack_add_component(system-yinzheng GROUP server)
cpack_add_component(client GROUP development)
cpack_add_component(system-libyinzheng-client-dev GROUP development)
