// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.contract;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import yinzheng.client.ErrorReasons;
import yinzheng.client.YinzhengClient;

/** One entry of a case file; the format is described beside the cases. */
record ContractCase(JsonObject json) {
  static List<ContractCase> readAll(Path folder) throws IOException {
    List<ContractCase> cases = new ArrayList<>();
    for (Path file : filesOf(folder, "*.json")) {
      for (JsonElement entry : JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
        cases.add(new ContractCase(entry.getAsJsonObject()));
      }
    }
    return cases;
  }

  /** Files of a folder that a pattern admits, by name. */
  static Iterable<Path> filesOf(Path folder, String pattern) throws IOException {
    TreeSet<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      found.forEach(files::add);
    }
    if (files.isEmpty()) {
      throw new IOException("no " + pattern + " in " + folder);
    }
    return files;
  }

  String name() {
    return json.get("name").getAsString();
  }

  void run(YinzhengClient yinzheng) throws Exception {
    Variables variables = new Variables();
    if (json.has("first")) {
      for (JsonElement element : json.getAsJsonArray("first")) {
        JsonObject step = element.getAsJsonObject();
        variables.take(send(yinzheng, step, variables), step.getAsJsonObject("take"));
      }
    }
    JsonObject expect = variables.fill(json.get("expect")).getAsJsonObject();
    JsonElement response;
    try {
      response = send(yinzheng, json, variables);
    } catch (StatusRuntimeException e) {
      judgeError(e, expect);
      return;
    }
    requireEqual("OK", expect.get("code"), "code");
    if (expect.has("response")) {
      JsonMatch.match(response, expect.get("response"), "response");
    }
  }

  private static JsonElement send(YinzhengClient yinzheng, JsonObject call, Variables variables) throws Exception {
    JsonElement request = call.has("request") ? variables.fill(call.get("request")) : new JsonObject();
    return GeneratedMethod.find(yinzheng, call.get("method").getAsString()).call(request);
  }

  private static void judgeError(StatusRuntimeException error, JsonObject expect) {
    String code = error.getStatus().getCode().name();
    requireEqual(code, expect.get("code"), error.getMessage() + ": code");
    ErrorInfo info = ErrorReasons.infoOf(error).orElse(ErrorInfo.getDefaultInstance());
    if (expect.has("reason")) {
      requireEqual(info.getReason(), expect.get("reason"), "reason");
    }
    if (expect.has("metadata")) {
      expect.getAsJsonObject("metadata").entrySet().forEach(
          entry -> requireEqual(info.getMetadataMap().get(entry.getKey()), entry.getValue(), "metadata " + entry.getKey()));
    }
  }

  private static void requireEqual(String got, JsonElement want, String what) {
    if (!want.getAsString().equals(got)) {
      throw new AssertionError(what + " is " + got + ", expected " + want);
    }
  }
}
