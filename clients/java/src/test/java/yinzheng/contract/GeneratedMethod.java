// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package yinzheng.contract;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import yinzheng.client.YinzhengClient;

/** A method of a generated stub, called with proto3 JSON. */
record GeneratedMethod(Object stub, Method method) {
  /** Finds what {@code yinzheng.v1.SearchService/Search} names. */
  static GeneratedMethod find(YinzhengClient yinzheng, String name) throws ReflectiveOperationException {
    String[] parts = name.replaceFirst("^yinzheng\\.v1\\.", "").split("/");
    String service = parts[0].replaceFirst("Service$", "").toLowerCase();
    Object stub = YinzhengClient.class.getMethod(service).invoke(yinzheng);
    String methodName = Character.toLowerCase(parts[1].charAt(0)) + parts[1].substring(1);
    for (Method method : stub.getClass().getMethods()) {
      if (method.getName().equals(methodName) && method.getParameterCount() == 1) {
        return new GeneratedMethod(stub, method);
      }
    }
    throw new NoSuchMethodException(name);
  }

  JsonElement call(JsonElement request) throws Exception {
    Message.Builder builder = (Message.Builder) method.getParameterTypes()[0].getMethod("newBuilder").invoke(null);
    JsonFormat.parser().merge(request.toString(), builder);
    try {
      return json((MessageOrBuilder) method.invoke(stub, builder.build()));
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  static JsonElement json(MessageOrBuilder message) throws Exception {
    return JsonParser.parseString(JsonFormat.printer().print(message));
  }
}
