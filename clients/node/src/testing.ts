// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// A server for tests of programs that use this client: it answers with what the test gave it, over a real connection.
import { create, toBinary, type DescMessage, type DescService, type MessageInitShape, type MessageShape } from "@bufbuild/protobuf";
import { anyPack } from "@bufbuild/protobuf/wkt";
import {
  Metadata, Server, ServerCredentials, status, type MetadataValue, type ServiceDefinition, type ServiceError,
  type UntypedServiceImplementation, type handleUnaryCall,
} from "@grpc/grpc-js";
import { YinzhengError, detailsKey } from "./errors.js";
import { ErrorInfoSchema } from "./generated/google/rpc/error_details_pb.js";
import { StatusSchema } from "./generated/google/rpc/status_pb.js";
import { methodDefinition, unaryMethods, type UnaryMethod } from "./method_definition.js";
import { ArticleService, CheckService, EntityService, FactService, IndexService, SearchService } from "./v1.js";

/** A response, an error, or a function of the request that returns or throws one. */
export type Reply<I extends DescMessage, O extends DescMessage> =
  | MessageInitShape<O>
  | YinzhengError
  | ((request: MessageShape<I>) => MessageInitShape<O> | Promise<MessageInitShape<O>>);

interface Received {
  method: UnaryMethod;
  request: unknown;
  metadata: Record<string, MetadataValue>;
}

/**
 * Serves canned replies on a free port of 127.0.0.1. Methods that were given none answer UNIMPLEMENTED.
 *
 *   const fake = await FakeServer.start();
 *   fake.on(SearchService.method.ask, { recordedProperties: ["灯塔数"] });
 *   const client = new YinzhengClient({ address: fake.address });
 */
export class FakeServer {
  readonly #server = new Server();
  readonly #replies = new Map<UnaryMethod, unknown>();
  readonly #received: Received[] = [];
  #address = "";

  /** With `credentials` it listens on TLS. */
  static async start(credentials = ServerCredentials.createInsecure()): Promise<FakeServer> {
    const fake = new FakeServer();
    for (const service of [SearchService, ArticleService, EntityService, FactService, CheckService, IndexService]) {
      fake.#serve(service);
    }
    const port = await new Promise<number>((resolve, reject) => {
      fake.#server.bindAsync("127.0.0.1:0", credentials, (error, bound) => (error ? reject(error) : resolve(bound)));
    });
    fake.#address = `127.0.0.1:${port}`;
    return fake;
  }

  get address(): string {
    return this.#address;
  }

  on<I extends DescMessage, O extends DescMessage>(method: UnaryMethod<I, O>, reply: Reply<I, O>): void {
    this.#replies.set(method as UnaryMethod, reply);
  }

  /** The requests that came for a method, in their order. */
  requests<I extends DescMessage, O extends DescMessage>(method: UnaryMethod<I, O>): MessageShape<I>[] {
    return this.#of(method).map((received) => received.request as MessageShape<I>);
  }

  /** The metadata of those requests. */
  metadata<I extends DescMessage, O extends DescMessage>(method: UnaryMethod<I, O>): Record<string, MetadataValue>[] {
    return this.#of(method).map((received) => received.metadata);
  }

  /** Ends at once, whatever is running. */
  stop(): void {
    this.#server.forceShutdown();
  }

  #of(method: UnaryMethod<never, never> | UnaryMethod): Received[] {
    return this.#received.filter((received) => received.method === method);
  }

  #serve(service: DescService): void {
    const definition: Record<string, ServiceDefinition[string]> = {};
    const handlers: UntypedServiceImplementation = {};
    for (const method of unaryMethods(service)) {
      definition[method.localName] = methodDefinition(method) as ServiceDefinition[string];
      handlers[method.localName] = this.#handler(method);
    }
    this.#server.addService(definition, handlers);
  }

  #handler(method: UnaryMethod): handleUnaryCall<unknown, unknown> {
    return (call, done) => {
      this.#received.push({ method, request: call.request, metadata: call.metadata.getMap() });
      this.#reply(method, call.request).then(
        (response) => done(null, create(method.output, response)),
        (error: unknown) => done(asServiceError(error)),
      );
    };
  }

  async #reply(method: UnaryMethod, request: unknown): Promise<MessageInitShape<DescMessage>> {
    const reply = this.#replies.get(method);
    if (reply === undefined) {
      const name = `${method.parent.name}/${method.name}`;
      throw new YinzhengError(status.UNIMPLEMENTED, `the test gave no reply for ${name}`);
    }
    if (reply instanceof YinzhengError) throw reply;
    return typeof reply === "function" ? reply(request) : (reply as MessageInitShape<DescMessage>);
  }
}

function asServiceError(error: unknown): Partial<ServiceError> {
  if (!(error instanceof YinzhengError)) return { code: status.UNKNOWN, details: String(error) };
  const info = create(ErrorInfoSchema, { reason: error.reason, domain: "yinzheng", metadata: error.metadata });
  const details = create(StatusSchema, { code: error.code, message: error.details, details: [anyPack(ErrorInfoSchema, info)] });
  const metadata = new Metadata();
  metadata.set(detailsKey, Buffer.from(toBinary(StatusSchema, details)));
  return { code: error.code, details: error.details, metadata };
}
