// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"yinzheng/client"
)

// testCase is one entry of a case file; the format is described beside the cases.
type testCase struct {
	Name    string `json:"name"`
	First   []step `json:"first"`
	Method  string `json:"method"`
	Request any    `json:"request"`
	Expect  struct {
		Code     string            `json:"code"`
		Response any               `json:"response"`
		Reason   string            `json:"reason"`
		Metadata map[string]string `json:"metadata"`
	} `json:"expect"`
}

// step is a call whose response gives values to the requests after it.
type step struct {
	Method  string            `json:"method"`
	Request any               `json:"request"`
	Take    map[string]string `json:"take"`
}

func runCases(ctx context.Context, yinzheng *client.Client, folder string, report *report) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("no cases in %s", folder)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var cases []testCase
		if err := unmarshal(text, &cases); err != nil {
			return fmt.Errorf("read %s: %w", file, err)
		}
		for _, c := range cases {
			report.add(c.Name, c.run(ctx, yinzheng))
		}
	}
	return nil
}

func (c *testCase) run(ctx context.Context, yinzheng *client.Client) error {
	variables := variables{}
	for _, step := range c.First {
		response, err := call(ctx, yinzheng, step.Method, variables.fill(step.Request))
		if err != nil {
			return fmt.Errorf("first %s: %w", step.Method, err)
		}
		for variable, path := range step.Take {
			value, err := at(response, path)
			if err != nil {
				return fmt.Errorf("first %s: %w", step.Method, err)
			}
			variables[variable] = value
		}
	}
	response, err := call(ctx, yinzheng, c.Method, variables.fill(c.Request))
	return c.judge(response, err, variables)
}

func (c *testCase) judge(response any, err error, variables variables) error {
	if got := codeName(status.Code(err)); got != c.Expect.Code {
		return fmt.Errorf("code is %s, expected %s (%v)", got, c.Expect.Code, err)
	}
	if got := client.ReasonOf(err); c.Expect.Reason != "" && got != c.Expect.Reason {
		return fmt.Errorf("reason is %q, expected %q", got, c.Expect.Reason)
	}
	for key, want := range c.Expect.Metadata {
		if got := client.InfoOf(err).GetMetadata()[key]; got != variables.fill(want) {
			return fmt.Errorf("metadata %s is %q, expected %q", key, got, want)
		}
	}
	if c.Expect.Response == nil {
		return nil
	}
	return match(response, variables.fill(c.Expect.Response), "response")
}

// codeName gives the name of a code as the case files have it: NOT_FOUND, where Go says NotFound.
func codeName(code codes.Code) string {
	if code == codes.OK {
		return "OK"
	}
	name := ""
	for i, letter := range code.String() {
		if i > 0 && letter >= 'A' && letter <= 'Z' {
			name += "_"
		}
		name += string(letter)
	}
	return strings.ToUpper(name)
}

// variables are what the first steps of a case took, by name.
type variables map[string]string

// fill puts values in place of ${NAME} in every string of decoded JSON.
func (v variables) fill(value any) any {
	switch value := value.(type) {
	case string:
		for name, text := range v {
			value = strings.ReplaceAll(value, "${"+name+"}", text)
		}
		return value
	case []any:
		filled := make([]any, len(value))
		for i, inner := range value {
			filled[i] = v.fill(inner)
		}
		return filled
	case map[string]any:
		filled := make(map[string]any, len(value))
		for key, inner := range value {
			filled[key] = v.fill(inner)
		}
		return filled
	default:
		return value
	}
}
