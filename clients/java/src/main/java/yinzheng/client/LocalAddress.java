// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.client;

import java.util.regex.Pattern;

/** Tells addresses that never leave this machine, by their writing alone: no name is resolved. */
final class LocalAddress {
  private static final Pattern LOCAL =
      Pattern.compile("unix:.*|unix-abstract:.*|(dns:///)?(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?");

  private LocalAddress() {}

  static boolean matches(String address) {
    return LOCAL.matcher(address).matches();
  }
}
