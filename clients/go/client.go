// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// Package client asks a Yinzheng server: searches, entities, facts with citations, timelines, checks.
//
//	yinzheng, err := client.New(client.Options{Address: "127.0.0.1:50151"})
//	if err != nil { … }
//	defer yinzheng.Close()
//	answer, err := yinzheng.Search.Ask(ctx, &v1.AskRequest{Question: "量子院有多少全职科研人员？"})
//
// The messages are in yinzheng/client/yinzheng/v1, a server for tests is in yinzheng/client/yinzhengtest.
package client

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"

	v1 "yinzheng/client/yinzheng/v1"
)

const (
	defaultAddress  = "127.0.0.1:50151"
	defaultDeadline = 10 * time.Second
	// Fifty whole articles in one response may well be more than the 4 MiB that gRPC admits by itself.
	maxResponseBytes = 64 << 20
)

// Every call but ReloadIndex reads only, so it may be sent again when no server was reached.
const serviceConfig = `{
  "loadBalancingConfig": [{"round_robin": {}}],
  "methodConfig": [
    {
      "name": [{}],
      "retryPolicy": {
        "maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s", "backoffMultiplier": 2,
        "retryableStatusCodes": ["UNAVAILABLE"]
      }
    },
    {"name": [{"service": "yinzheng.v1.IndexService", "method": "ReloadIndex"}]}
  ]
}`

// Options says where a client connects and how. The zero value asks a server on this machine.
type Options struct {
	// Address is `host:port`, `unix:PATH` or any other gRPC target; a name with several addresses is used in turn. Default
	// 127.0.0.1:50151.
	Address string
	// Deadline of each call whose context has none; default 10 seconds.
	Deadline time.Duration
	// TLS of the connection; default: none, for servers on this machine or behind a proxy that brings its own.
	TLS *TLS
	// Token is sent as `authorization: Bearer TOKEN` with each call; default: none.
	Token string
	// AllowInsecureToken lets Token go over a connection without TLS to another machine, where something else encrypts it.
	AllowInsecureToken bool
	// DialOptions are for what is not here: interceptors, statistics, keepalive.
	DialOptions []grpc.DialOption
}

// Client holds one stub for each service, over one connection. Safe for use by many goroutines.
type Client struct {
	Search  v1.SearchServiceClient
	Article v1.ArticleServiceClient
	Entity  v1.EntityServiceClient
	Fact    v1.FactServiceClient
	Check   v1.CheckServiceClient
	Index   v1.IndexServiceClient

	connection *grpc.ClientConn
}

// New makes a client. It fails for files that cannot be read and for options that contradict each other; it does not connect: a
// wrong address shows at the first call, as UNAVAILABLE.
func New(options Options) (*Client, error) {
	if options.Address == "" {
		options.Address = defaultAddress
	}
	if options.Deadline == 0 {
		options.Deadline = defaultDeadline
	}
	dial, err := credentialOptions(options)
	if err != nil {
		return nil, fmt.Errorf("yinzheng client for %s: %w", options.Address, err)
	}
	dial = append(dial,
		grpc.WithDefaultServiceConfig(serviceConfig),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxResponseBytes)),
		grpc.WithChainUnaryInterceptor(withDeadline(options.Deadline)))
	connection, err := grpc.NewClient(options.Address, append(dial, options.DialOptions...)...)
	if err != nil {
		return nil, fmt.Errorf("yinzheng client for %s: %w", options.Address, err)
	}
	return &Client{
		Search:     v1.NewSearchServiceClient(connection),
		Article:    v1.NewArticleServiceClient(connection),
		Entity:     v1.NewEntityServiceClient(connection),
		Fact:       v1.NewFactServiceClient(connection),
		Check:      v1.NewCheckServiceClient(connection),
		Index:      v1.NewIndexServiceClient(connection),
		connection: connection,
	}, nil
}

// Close ends the connection; running calls fail.
func (c *Client) Close() error { return c.connection.Close() }

func withDeadline(deadline time.Duration) grpc.UnaryClientInterceptor {
	return func(ctx context.Context, method string, request, response any, connection *grpc.ClientConn,
		invoke grpc.UnaryInvoker, options ...grpc.CallOption) error {
		if _, has := ctx.Deadline(); !has {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, deadline)
			defer cancel()
		}
		return invoke(ctx, method, request, response, connection, options...)
	}
}
