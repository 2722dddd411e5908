// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.contract;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A resource as it stands on the wire and in JSON. */
record GoldenResource(String name, byte[] wire, String json) {
  private static final int LATER_FIELD = 15000;

  static List<GoldenResource> readAll(Path folder) throws IOException {
    List<GoldenResource> resources = new ArrayList<>();
    for (Path file : ContractCase.filesOf(folder, "*.json")) {
      String name = file.getFileName().toString().replace(".json", "");
      String hex = Files.readString(folder.resolve(name + ".hex")).replaceAll("\\s", "");
      resources.add(new GoldenResource(name, HexFormat.of().parseHex(hex), Files.readString(file)));
    }
    return resources;
  }

  void checkBytesToJson() throws Exception {
    JsonElement got = GeneratedMethod.json(builder().mergeFrom(wire).build());
    JsonElement want = JsonParser.parseString(json);
    // Each holds all that the other holds.
    JsonMatch.match(got, want, "JSON");
    JsonMatch.match(want, got, "golden JSON");
  }

  void checkJsonToBytes() throws Exception {
    Message.Builder read = builder();
    JsonFormat.parser().merge(json, read);
    requireSame(read.build().toByteArray(), wire);
  }

  /** A field that a later server may send. */
  void checkUnknownFields() throws Exception {
    UnknownFieldSet.Field later = UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.copyFromUtf8("later")).build();
    UnknownFieldSet fields = UnknownFieldSet.newBuilder().addField(LATER_FIELD, later).build();
    byte[] newer = ByteString.copyFrom(wire).concat(fields.toByteString()).toByteArray();
    requireSame(builder().mergeFrom(newer).build().toByteArray(), newer);
  }

  /** A builder of the message that a name such as search_response stands for. */
  private Message.Builder builder() throws ReflectiveOperationException {
    StringBuilder type = new StringBuilder("yinzheng.v1.");
    for (String word : name.split("_")) {
      type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return (Message.Builder) Class.forName(type.toString()).getMethod("newBuilder").invoke(null);
  }

  private static void requireSame(byte[] got, byte[] want) {
    if (!Arrays.equals(got, want)) {
      throw new AssertionError("got " + HexFormat.of().formatHex(got) + ", expected " + HexFormat.of().formatHex(want));
    }
  }
}
