package main

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"unsafe"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"helm.sh/helm/v4/pkg/chart/common/util"
)

// Holds values against a schema as Helm does.
type check struct {
	Schema json.RawMessage  `json:"schema"`
	Values []map[string]any `json:"values"`
}

func (c check) answer() any {
	verdicts := [][]string{}
	for _, values := range c.Values {
		verdicts = append(verdicts, violations(values, c.Schema))
	}
	return verdicts
}

// What is wrong: where, and the keyword of the schema that says so.
func violations(values map[string]any, schema []byte) []string {
	err := util.ValidateAgainstSingleSchema(values, schema)
	if err == nil {
		return []string{}
	}
	refused, isVerdict := err.(util.JSONSchemaValidationError)
	if !isVerdict {
		return []string{"unusable"}
	}
	found := leaves(inside(refused))
	slices.Sort(found)
	return slices.Compact(found)
}

// Helm tells nobody what its validator said, but in sentences.
func inside(refused util.JSONSchemaValidationError) *jsonschema.ValidationError {
	field := reflect.ValueOf(&refused).Elem().Field(0)
	return reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Interface().(*jsonschema.ValidationError)
}

func leaves(problem *jsonschema.ValidationError) []string {
	place := ""
	for _, key := range problem.InstanceLocation {
		place += "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
	}
	switch asked := problem.ErrorKind.(type) {
	// Of these, all that counts is that there is one: which of their parts are told differs.
	case *kind.AnyOf, *kind.OneOf, *kind.Contains, *kind.MinContains, *kind.PropertyNames:
		return []string{place + " " + asked.KeywordPath()[0]}
	case *kind.Not:
		return []string{place + " not"}
	case *kind.AdditionalProperties:
		found := []string{}
		for _, key := range asked.Properties {
			found = append(found, place+"/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(key)+" false")
		}
		return found
	}
	if len(problem.Causes) == 0 {
		path := problem.ErrorKind.KeywordPath()
		if len(path) == 0 {
			return []string{place + " false"}
		}
		return []string{place + " " + path[0]}
	}
	found := []string{}
	for _, cause := range problem.Causes {
		found = append(found, leaves(cause)...)
	}
	return found
}
