// Says what Helm and helm-controller make of values. Reads questions, one a line, and answers each with a line.
package main

import (
	"bufio"
	"encoding/json"
	"log/slog"
	"os"
)

// One of its fields is set.
type question struct {
	Compose *compose `json:"compose"`
	Chart   *install `json:"chart"`
	Schema  *check   `json:"schema"`
}

func main() {
	// Helm warns of most of what is asked here.
	slog.SetDefault(slog.New(slog.DiscardHandler))
	input := bufio.NewReaderSize(os.Stdin, 1<<16)
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	for decoder := json.NewDecoder(input); decoder.More(); {
		var asked question
		if err := decoder.Decode(&asked); err != nil {
			panic(err)
		}
		if err := output.Encode(answer(asked)); err != nil {
			panic(err)
		}
	}
}

func answer(asked question) any {
	switch {
	case asked.Compose != nil:
		return asked.Compose.answer()
	case asked.Chart != nil:
		return asked.Chart.answer()
	default:
		return asked.Schema.answer()
	}
}
