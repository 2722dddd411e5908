// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package main

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
)

// checkGolden holds each resource in the golden folder against the generated message of its name.
func checkGolden(folder string, report *report) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no golden files in %s", folder)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		lines, err := os.ReadFile(strings.TrimSuffix(file, ".json") + ".hex")
		if err != nil {
			return err
		}
		wire, err := hex.DecodeString(strings.Join(strings.Fields(string(lines)), ""))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		kind, err := protoregistry.GlobalTypes.FindMessageByName(messageName(name))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		report.add("golden "+name+": bytes to JSON", bytesToJSON(kind, wire, text))
		report.add("golden "+name+": JSON to bytes", jsonToBytes(kind, text, wire))
		report.add("golden "+name+": unknown fields are kept", keepUnknown(kind, wire))
	}
	return nil
}

// messageName turns search_response into yinzheng.v1.SearchResponse.
func messageName(name string) protoreflect.FullName {
	full := "yinzheng.v1."
	for _, word := range strings.Split(name, "_") {
		full += strings.ToUpper(word[:1]) + word[1:]
	}
	return protoreflect.FullName(full)
}

func bytesToJSON(kind protoreflect.MessageType, wire, want []byte) error {
	message := kind.New().Interface()
	if err := proto.Unmarshal(wire, message); err != nil {
		return err
	}
	got, err := decoded(message)
	if err != nil {
		return err
	}
	var golden any
	if err := unmarshal(want, &golden); err != nil {
		return err
	}
	// Each holds all that the other holds.
	if err := match(got, golden, "JSON"); err != nil {
		return err
	}
	return match(golden, got, "golden JSON")
}

// jsonToBytes compares lengths and messages: Go writes the fields of a oneof after all others, so the bytes may stand in another
// order.
func jsonToBytes(kind protoreflect.MessageType, text, want []byte) error {
	message := kind.New().Interface()
	if err := protojson.Unmarshal(text, message); err != nil {
		return err
	}
	return sameWhenWritten(message, want)
}

// keepUnknown adds a field that a later server may send.
func keepUnknown(kind protoreflect.MessageType, wire []byte) error {
	later := protowire.AppendString(protowire.AppendTag(bytes.Clone(wire), 15000, protowire.BytesType), "later")
	message := kind.New().Interface()
	if err := proto.Unmarshal(later, message); err != nil {
		return err
	}
	if len(message.ProtoReflect().GetUnknown()) != len(later)-len(wire) {
		return errors.New("the field is lost when it is read")
	}
	return sameWhenWritten(message, later)
}

func sameWhenWritten(message proto.Message, want []byte) error {
	got, err := proto.Marshal(message)
	if err != nil {
		return err
	}
	if len(got) != len(want) {
		return fmt.Errorf("%d bytes, expected %d", len(got), len(want))
	}
	expected, actual := message.ProtoReflect().New().Interface(), message.ProtoReflect().New().Interface()
	if err := errors.Join(proto.Unmarshal(want, expected), proto.Unmarshal(got, actual)); err != nil {
		return err
	}
	if !proto.Equal(actual, expected) {
		return fmt.Errorf("got %v, expected %v", actual, expected)
	}
	return nil
}
