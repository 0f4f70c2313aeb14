// Says what Masterminds/semver makes of versions and ranges: of each version how it compares to each other one, of each range
// which versions are in it. Its answers stand in ../versions.json, which gave it the questions too:
//
//	cd test/unit/charts/recorded/versions && go run . ../versions.json > new.json && mv new.json ../versions.json
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/Masterminds/semver/v3"
)

type pair [2]string

type recorded struct {
	Versions   []pair   `json:"versions"`
	NoVersions []string `json:"noVersions"`
	Ranges     []pair   `json:"ranges"`
	NoRanges   []string `json:"noRanges"`
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	must(err)
	var asked recorded
	must(json.Unmarshal(text, &asked))

	var answered recorded
	var versions []*semver.Version
	for _, text := range append(firsts(asked.Versions), asked.NoVersions...) {
		if version, err := semver.NewVersion(text); err == nil {
			versions = append(versions, version)
		} else {
			answered.NoVersions = append(answered.NoVersions, text)
		}
	}
	for _, version := range versions {
		answered.Versions = append(answered.Versions, pair{version.Original(), each(versions, func(other *semver.Version) string {
			return []string{"<", "=", ">"}[version.Compare(other)+1]
		})})
	}
	for _, text := range append(firsts(asked.Ranges), asked.NoRanges...) {
		if constraint, err := semver.NewConstraint(text); err == nil {
			answered.Ranges = append(answered.Ranges, pair{text, each(versions, func(version *semver.Version) string {
				if constraint.Check(version) {
					return "1"
				}
				return "0"
			})})
		} else {
			answered.NoRanges = append(answered.NoRanges, text)
		}
	}
	fmt.Printf("{\n  \"versions\": %s,\n  \"noVersions\": %s,\n  \"ranges\": %s,\n  \"noRanges\": %s\n}\n",
		lines(answered.Versions), lines(answered.NoVersions), lines(answered.Ranges), lines(answered.NoRanges))
}

func firsts(pairs []pair) []string {
	var texts []string
	for _, pair := range pairs {
		texts = append(texts, pair[0])
	}
	return texts
}

func each(versions []*semver.Version, say func(*semver.Version) string) string {
	var said strings.Builder
	for _, version := range versions {
		said.WriteString(say(version))
	}
	return said.String()
}

func lines[T any](items []T) string {
	var printed []string
	for _, item := range items {
		var line strings.Builder
		encoder := json.NewEncoder(&line)
		encoder.SetEscapeHTML(false)
		must(encoder.Encode(item))
		printed = append(printed, "    "+strings.TrimSpace(line.String()))
	}
	return "[\n" + strings.Join(printed, ",\n") + "\n  ]"
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
