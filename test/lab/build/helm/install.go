package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
)

// Works out the values of a chart as Helm does before it renders it.
type install struct {
	Level  level          `json:"level"`
	Values map[string]any `json:"values"`
}

type level struct {
	Name string `json:"name"`
	// The chart's own name, where its parent gives it another one.
	Original     string          `json:"original"`
	Values       json.RawMessage `json:"values"`
	Schema       json.RawMessage `json:"schema"`
	Condition    string          `json:"condition"`
	Tags         []string        `json:"tags"`
	ImportValues []any           `json:"importValues"`
	Dependencies []level         `json:"dependencies"`
}

func (i install) answer() any {
	loaded := i.Level.load()
	if err := chartutil.ProcessDependencies(loaded, i.Values); err != nil {
		return map[string]any{"refused": "dependencies"}
	}
	values, err := util.CoalesceValues(loaded, i.Values)
	if err != nil {
		return map[string]any{"refused": "values"}
	}
	return map[string]any{"values": values, "charts": names(loaded, ""), "problems": problems(loaded, values, nil)}
}

func (l level) load() *chart.Chart {
	loaded := &chart.Chart{
		Metadata: &chart.Metadata{APIVersion: "v2", Name: l.chartName(), Version: "1.2.3"},
		Values:   map[string]any{},
		Schema:   l.Schema,
	}
	if len(l.Values) > 0 {
		decoder := json.NewDecoder(bytes.NewReader(l.Values))
		// As Helm reads a chart's values.
		decoder.UseNumber()
		if err := decoder.Decode(&loaded.Values); err != nil {
			panic(err)
		}
	}
	unpacked := map[string]bool{}
	for _, below := range l.Dependencies {
		wanted := &chart.Dependency{
			Name: below.chartName(), Version: "1.2.3", Condition: below.Condition, Tags: below.Tags, ImportValues: below.ImportValues,
		}
		if below.Original != "" {
			wanted.Alias = below.Name
		}
		loaded.Metadata.Dependencies = append(loaded.Metadata.Dependencies, wanted)
		// A chart that is wanted twice is in an archive once.
		if !unpacked[below.chartName()] {
			loaded.AddDependency(below.load())
		}
		unpacked[below.chartName()] = true
	}
	return loaded
}

func (l level) chartName() string {
	if l.Original != "" {
		return l.Original
	}
	return l.Name
}

func names(of *chart.Chart, path string) []string {
	found := []string{}
	for _, below := range of.Dependencies() {
		found = append(found, path+below.Name())
		found = append(found, names(below, path+below.Name()+".")...)
	}
	return found
}

// What util.ValidateAgainstSchema asks, with an answer that has places.
func problems(of *chart.Chart, values map[string]any, path []string) []string {
	found := []string{}
	if of.Schema != nil {
		for _, problem := range violations(values, of.Schema) {
			found = append(found, strings.Join(path, "")+problem)
		}
	}
	for _, below := range of.Dependencies() {
		if inner, isMap := values[below.Name()].(map[string]any); isMap {
			found = append(found, problems(below, inner, append(path, "/"+below.Name()))...)
		}
	}
	if path == nil && (util.ValidateAgainstSchema(of, values) != nil) != (len(found) > 0) {
		panic(errors.New("Helm says something else of a chart than of its parts"))
	}
	return found
}
