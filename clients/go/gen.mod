// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors
//
// Tools that make yinzheng/v1, kept out of go.mod so that users of the client do not see them.
module yinzheng/client

go 1.26

tool (
	google.golang.org/grpc/cmd/protoc-gen-go-grpc
	google.golang.org/protobuf/cmd/protoc-gen-go
)

require (
	google.golang.org/grpc/cmd/protoc-gen-go-grpc v1.6.2 // indirect
	google.golang.org/protobuf v1.36.12 // indirect
)
