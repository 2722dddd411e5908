// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.contract;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/**
 * Holds JSON against what is expected of it: an object has every key with a value that matches, and none that is null; a list may be
 * longer; everything else is equal, numbers by value.
 */
final class JsonMatch {
  private JsonMatch() {}

  static void match(JsonElement got, JsonElement want, String place) {
    if (want.isJsonObject()) {
      require(got.isJsonObject(), got, want, place);
      matchObject(got.getAsJsonObject(), want.getAsJsonObject(), place);
    } else if (want.isJsonArray()) {
      require(got.isJsonArray(), got, want, place);
      matchList(got.getAsJsonArray(), want.getAsJsonArray(), place);
    } else {
      require(got.isJsonPrimitive() && sameScalar(got.getAsJsonPrimitive(), want.getAsJsonPrimitive()), got, want, place);
    }
  }

  private static void matchObject(JsonObject got, JsonObject want, String place) {
    for (Map.Entry<String, JsonElement> entry : want.entrySet()) {
      String inner = place + "." + entry.getKey();
      JsonElement value = got.get(entry.getKey());
      if (entry.getValue().isJsonNull()) {
        require(value == null, value, entry.getValue(), inner);
      } else {
        require(value != null, value, entry.getValue(), inner);
        match(value, entry.getValue(), inner);
      }
    }
  }

  private static void matchList(JsonArray got, JsonArray want, String place) {
    require(got.size() >= want.size(), got, want, place);
    for (int i = 0; i < want.size(); i++) {
      match(got.get(i), want.get(i), place + "." + i);
    }
  }

  private static boolean sameScalar(JsonPrimitive got, JsonPrimitive want) {
    if (got.isNumber() && want.isNumber()) {
      return got.getAsDouble() == want.getAsDouble();
    }
    return got.isString() == want.isString() && got.isBoolean() == want.isBoolean() && got.getAsString().equals(want.getAsString());
  }

  private static void require(boolean holds, JsonElement got, JsonElement want, String place) {
    if (!holds) {
      throw new AssertionError(place + " is " + (got == null ? "missing" : got) + ", expected " + want);
    }
  }
}
