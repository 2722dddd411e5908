// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

import { create, type DescService, type MessageInitShape, type MessageShape } from "@bufbuild/protobuf";
import { Client as Channel, Metadata, type MetadataValue } from "@grpc/grpc-js";
import { channelCredentials, channelOptions, type ClientOptions } from "./channel.js";
import { fromServiceError } from "./errors.js";
import { methodDefinition, unaryMethods, type UnaryMethod } from "./method_definition.js";
import { ArticleService, CheckService, EntityService, FactService, IndexService, SearchService } from "./v1.js";

/** What one call may have of its own. */
export interface CallOptions {
  /** In place of the client's deadline. */
  deadlineMs?: number;
  /** Cancels the call. */
  signal?: AbortSignal;
  /** Metadata to send besides. */
  metadata?: Record<string, MetadataValue>;
}

/** The methods of a service, each from request to a promise of its response. */
export type Calls<S extends DescService> = {
  readonly [K in keyof S["method"]]: S["method"][K] extends UnaryMethod<infer I, infer O>
    ? (request: MessageInitShape<I>, options?: CallOptions) => Promise<MessageShape<O>>
    : never;
};

/**
 * Client of all services over one channel. Never fails to be made for a wrong address, which shows at the first call. Calls reject
 * with YinzhengError.
 *
 *   const client = new YinzhengClient({ address: "127.0.0.1:50151" });
 *   const { answers } = await client.search.ask({ question: "量子院有多少全职科研人员？" });
 */
export class YinzhengClient {
  readonly search: Calls<typeof SearchService>;
  readonly article: Calls<typeof ArticleService>;
  readonly entity: Calls<typeof EntityService>;
  readonly fact: Calls<typeof FactService>;
  readonly check: Calls<typeof CheckService>;
  readonly index: Calls<typeof IndexService>;

  readonly #channel: Channel;
  readonly #deadlineMs: number;
  readonly #metadata: Readonly<Record<string, MetadataValue>>;

  constructor({ address = "127.0.0.1:50151", deadlineMs = 10_000, tls, token }: ClientOptions = {}) {
    this.#channel = new Channel(address, channelCredentials(tls), channelOptions(tls));
    this.#deadlineMs = deadlineMs;
    this.#metadata = token === undefined ? {} : { authorization: `Bearer ${token}` };
    this.search = this.#calls(SearchService);
    this.article = this.#calls(ArticleService);
    this.entity = this.#calls(EntityService);
    this.fact = this.#calls(FactService);
    this.check = this.#calls(CheckService);
    this.index = this.#calls(IndexService);
  }

  /** Closes the connection once running calls have ended. */
  close(): void {
    this.#channel.close();
  }

  #calls<S extends DescService>(service: S): Calls<S> {
    const calls = unaryMethods(service).map((method) => [
      method.localName,
      (request: MessageInitShape<typeof method.input>, options?: CallOptions) => this.#call(method, request, options),
    ]);
    return Object.fromEntries(calls) as Calls<S>;
  }

  #call(method: UnaryMethod, request: MessageInitShape<typeof method.input>, options: CallOptions = {}): Promise<unknown> {
    const { path, requestSerialize, responseDeserialize } = methodDefinition(method);
    const metadata = new Metadata();
    for (const [key, value] of Object.entries({ ...options.metadata, ...this.#metadata })) metadata.set(key, value);
    const deadline = Date.now() + (options.deadlineMs ?? this.#deadlineMs);
    return new Promise((resolve, reject) => {
      options.signal?.throwIfAborted();
      const message = create(method.input, request);
      const call = this.#channel.makeUnaryRequest(
        path, requestSerialize, responseDeserialize, message, metadata, { deadline },
        (error, response) => {
          options.signal?.removeEventListener("abort", cancel);
          if (error) reject(fromServiceError(error));
          else resolve(response);
        },
      );
      const cancel = () => call.cancel();
      options.signal?.addEventListener("abort", cancel);
    });
  }
}
