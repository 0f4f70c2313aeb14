package main

import (
	"context"

	"github.com/fluxcd/pkg/apis/meta"
	"github.com/fluxcd/pkg/chartutil"
	"github.com/go-logr/logr"
	corev1 "k8s.io/api/core/v1"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

// Composes the values of a release as helm-controller does.
type compose struct {
	Layers []struct {
		Text    string `json:"text"`
		Path    string `json:"path"`
		Literal bool   `json:"literal"`
	} `json:"layers"`
	Own map[string]any `json:"own"`
}

// A cluster in which every ConfigMap is there.
type texts struct {
	client.Client
	byName map[string]string
}

func (t texts) Get(_ context.Context, key client.ObjectKey, object client.Object, _ ...client.GetOption) error {
	object.(*corev1.ConfigMap).Data = map[string]string{"values.yaml": t.byName[key.Name]}
	return nil
}

func (c compose) answer() any {
	known := texts{byName: map[string]string{}}
	var references []meta.ValuesReference
	for index, layer := range c.Layers {
		name := string(rune('a' + index))
		known.byName[name] = layer.Text
		references = append(references, meta.ValuesReference{
			Kind: "ConfigMap", Name: name, TargetPath: layer.Path, Literal: layer.Literal,
		})
	}
	values, err := chartutil.ChartValuesFromReferences(context.Background(), logr.Discard(), known, "default", c.Own, references...)
	if err != nil {
		return map[string]any{"refused": true}
	}
	return map[string]any{"values": values}
}
