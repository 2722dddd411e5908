// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import {
  fromBinary, toBinary, type DescMessage, type DescMethodUnary, type DescService, type MessageShape,
} from "@bufbuild/protobuf";
import type { MethodDefinition } from "@grpc/grpc-js";

// What gRPC has to know of a method, from the descriptors that protobuf-es generates. All methods of the contract are unary.
export type UnaryMethod<I extends DescMessage = DescMessage, O extends DescMessage = DescMessage> = DescMethodUnary<I, O>;

export function methodDefinition<I extends DescMessage, O extends DescMessage>(
  method: UnaryMethod<I, O>,
): MethodDefinition<MessageShape<I>, MessageShape<O>> {
  return {
    path: `/${method.parent.typeName}/${method.name}`,
    requestStream: false,
    responseStream: false,
    requestSerialize: (message) => Buffer.from(toBinary(method.input, message)),
    requestDeserialize: (bytes) => fromBinary(method.input, bytes),
    responseSerialize: (message) => Buffer.from(toBinary(method.output, message)),
    responseDeserialize: (bytes) => fromBinary(method.output, bytes),
  };
}

export function unaryMethods(service: DescService): UnaryMethod[] {
  return service.methods.filter((method): method is typeof method & UnaryMethod => method.methodKind === "unary");
}
