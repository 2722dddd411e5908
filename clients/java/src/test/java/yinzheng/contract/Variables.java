// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.contract;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;

/** What the first steps of a case took, by name. */
final class Variables {
  private final Map<String, String> values = new HashMap<>();

  /** Takes values at paths such as {@code facts.0.name}. */
  void take(JsonElement response, JsonObject paths) {
    if (paths == null) {
      return;
    }
    paths.entrySet().forEach(entry -> values.put(entry.getKey(), at(response, entry.getValue().getAsString())));
  }

  /** Puts values in place of ${NAME} in every string; keys stay. */
  JsonElement fill(JsonElement json) {
    if (json.isJsonObject()) {
      JsonObject filled = new JsonObject();
      json.getAsJsonObject().entrySet().forEach(entry -> filled.add(entry.getKey(), fill(entry.getValue())));
      return filled;
    }
    if (json.isJsonArray()) {
      JsonArray filled = new JsonArray();
      json.getAsJsonArray().forEach(element -> filled.add(fill(element)));
      return filled;
    }
    if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isString()) {
      return json;
    }
    String text = json.getAsString();
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return new JsonPrimitive(text);
  }

  private static String at(JsonElement response, String path) {
    JsonElement place = response;
    for (String part : path.split("\\.")) {
      if (place != null && place.isJsonArray()) {
        int index = Integer.parseInt(part);
        place = index < place.getAsJsonArray().size() ? place.getAsJsonArray().get(index) : null;
      } else {
        place = place != null && place.isJsonObject() ? place.getAsJsonObject().get(part) : null;
      }
    }
    if (place == null) {
      throw new AssertionError("nothing at " + path + " of " + response);
    }
    return place.getAsString();
  }
}
