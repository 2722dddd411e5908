// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// match says where `got` is not as `want` says: an object must hold every key with a value that matches, and none that is null; a
// list may be longer than expected; everything else must be equal.
func match(got, want any, place string) error {
	switch want := want.(type) {
	case map[string]any:
		return matchObject(got, want, place)
	case []any:
		return matchList(got, want, place)
	default:
		if !equalScalars(got, want) {
			return mismatch(got, want, place)
		}
		return nil
	}
}

func matchObject(got any, want map[string]any, place string) error {
	object, is := got.(map[string]any)
	if !is {
		return mismatch(got, want, place)
	}
	for key, value := range want {
		inner, has := object[key]
		switch {
		case value == nil && has:
			return mismatch(inner, "nothing", place+"."+key)
		case value == nil:
			continue
		case !has:
			return mismatch("missing", value, place+"."+key)
		}
		if err := match(inner, value, place+"."+key); err != nil {
			return err
		}
	}
	return nil
}

func matchList(got any, want []any, place string) error {
	list, is := got.([]any)
	if !is || len(list) < len(want) {
		return mismatch(got, want, place)
	}
	for i, value := range want {
		if err := match(list[i], value, place+"."+strconv.Itoa(i)); err != nil {
			return err
		}
	}
	return nil
}

func mismatch(got, want any, place string) error {
	return fmt.Errorf("%s is %v, expected %v", place, got, want)
}

// equalScalars compares numbers by value: 1 and 1.0 are one number.
func equalScalars(got, want any) bool {
	if a, is := number(got); is {
		b, is := number(want)
		return is && a == b
	}
	return got == want
}

func number(value any) (float64, bool) {
	printed, is := value.(json.Number)
	if !is {
		return 0, false
	}
	parsed, err := printed.Float64()
	return parsed, err == nil
}

// at gives the text at a path of keys and places, such as facts.0.name.
func at(value any, path string) (string, error) {
	for _, part := range strings.Split(path, ".") {
		switch inner := value.(type) {
		case map[string]any:
			value = inner[part]
		case []any:
			place, err := strconv.Atoi(part)
			if err != nil || place < 0 || place >= len(inner) {
				return "", fmt.Errorf("nothing at %s of %s", part, path)
			}
			value = inner[place]
		default:
			return "", fmt.Errorf("nothing at %s of %s", part, path)
		}
	}
	if value == nil {
		return "", fmt.Errorf("nothing at %s", path)
	}
	return fmt.Sprint(value), nil
}
