// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	"yinzheng/client"
)

// call sends decoded proto3 JSON through the generated method that `method` names (yinzheng.v1.SearchService/Search) and gives the response
// as decoded JSON.
func call(ctx context.Context, yinzheng *client.Client, method string, request any) (any, error) {
	function, err := generatedMethod(yinzheng, method)
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(request)
	if err != nil {
		return nil, err
	}
	message := reflect.New(function.Type().In(1).Elem()).Interface().(proto.Message)
	if err := protojson.Unmarshal(text, message); err != nil {
		return nil, fmt.Errorf("request %s: %w", text, err)
	}
	results := function.Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(message)})
	if err, _ := results[1].Interface().(error); err != nil {
		return nil, err
	}
	return decoded(results[0].Interface().(proto.Message))
}

func generatedMethod(yinzheng *client.Client, method string) (reflect.Value, error) {
	service, name, _ := strings.Cut(strings.TrimPrefix(method, "yinzheng.v1."), "/")
	stub := reflect.ValueOf(yinzheng).Elem().FieldByName(strings.TrimSuffix(service, "Service"))
	if !stub.IsValid() {
		return stub, fmt.Errorf("%s: the client has no such service", method)
	}
	function := stub.MethodByName(name)
	if !function.IsValid() {
		return function, fmt.Errorf("%s: the service has no such method", method)
	}
	return function, nil
}

func decoded(message proto.Message) (any, error) {
	text, err := protojson.Marshal(message)
	if err != nil {
		return nil, err
	}
	var value any
	err = unmarshal(text, &value)
	return value, err
}

// unmarshal keeps numbers as printed, so that none loses digits.
func unmarshal(text []byte, value any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	return decoder.Decode(value)
}
