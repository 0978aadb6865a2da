// Package gongkai checks entries of grassroots government disclosure (基层政务公开) against the national guidelines.
//
// It runs the check of gongkai-core in a WebAssembly module; the interface is described in core/portable/README.md.
package gongkai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

const knownInterface = 1

const (
	kindPack = iota
	kindCalendar
	kindLocal
)

// Error says why the validator has no answer.
type Error struct {
	// Stable, such as "item-unknown".
	Code string `json:"code"`
	// For people, in English.
	Message string `json:"message"`
}

func (e *Error) Error() string { return e.Code + ": " + e.Message }

// ErrTrapped is returned when the module has failed; the Validator must not be used again.
var ErrTrapped = errors.New("gongkai: the module has failed, make another Validator")

// Module is the compiled module. It is safe for concurrent use; compiling takes a moment, making a Validator does not.
type Module struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
}

// Compile compiles gongkai_validator.wasm.
func Compile(ctx context.Context, wasm []byte) (*Module, error) {
	runtime := wazero.NewRuntime(ctx)
	compiled, err := runtime.CompileModule(ctx, wasm)
	if err != nil {
		return nil, errors.Join(err, runtime.Close(ctx))
	}
	return &Module{runtime, compiled}, nil
}

// Close frees the module and every Validator made from it.
func (m *Module) Close(ctx context.Context) error { return m.runtime.Close(ctx) }

// Validator is the check. Goroutines may share one, they take turns; several work side by side when each has its own.
type Validator struct {
	mutex   sync.Mutex
	module  api.Module
	trapped bool
}

// Validator makes a validator with nothing loaded.
func (m *Module) Validator(ctx context.Context) (*Validator, error) {
	module, err := m.runtime.InstantiateModule(ctx, m.compiled, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return nil, err
	}
	found, err := module.ExportedFunction("gongkai_interface").Call(ctx)
	if err != nil {
		return nil, errors.Join(err, module.Close(ctx))
	}
	if found[0] != knownInterface {
		err := fmt.Errorf("gongkai: the module has interface %d, this package %d", found[0], knownInterface)
		return nil, errors.Join(err, module.Close(ctx))
	}
	return &Validator{module: module}, nil
}

// Close frees the memory of the validator.
func (v *Validator) Close(ctx context.Context) error { return v.module.Close(ctx) }

// Loaded says what a pack holds.
type Loaded struct {
	Pack    string   `json:"pack"`
	Edition string   `json:"edition"`
	Items   []string `json:"items"`
}

// LoadPack loads a pack; one of the same id is replaced.
func (v *Validator) LoadPack(ctx context.Context, document []byte) (loaded Loaded, err error) {
	answer, err := v.call(ctx, "gongkai_load", []uint64{kindPack}, document)
	if err == nil {
		err = json.Unmarshal(answer, &loaded)
	}
	return loaded, err
}

// LoadCalendar loads the working days.
func (v *Validator) LoadCalendar(ctx context.Context, document []byte) error {
	_, err := v.call(ctx, "gongkai_load", []uint64{kindCalendar}, document)
	return err
}

// LoadLocal loads what a county lays down for itself, a gongkai-local/1.
func (v *Validator) LoadLocal(ctx context.Context, document []byte) error {
	_, err := v.call(ctx, "gongkai_load", []uint64{kindLocal}, document)
	return err
}

// Options say how an entry is to be judged.
type Options struct {
	// The day on which it is judged, YYYY-MM-DD. Defaults to the one of this machine.
	Today string `json:"today"`
	// "draft" or "publish". Defaults to "publish".
	Stage string `json:"stage,omitempty"`
	// Each issue carries its sentences in both languages.
	Told bool `json:"told,omitempty"`
}

// Report is a gongkai-report/1.
type Report struct {
	Pack      string  `json:"pack"`
	Edition   string  `json:"edition"`
	Item      string  `json:"item"`
	Stage     string  `json:"stage"`
	CheckedOn string  `json:"checked_on"`
	Verdict   string  `json:"verdict"`
	Issues    []Issue `json:"issues"`
}

// Issue is one finding.
type Issue struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	// Whether it keeps the entry from being published.
	Blocks bool `json:"blocks"`
	// JSON Pointer into the entry.
	Path    string `json:"path"`
	Element string `json:"element"`
	// A value that the author probably meant.
	Repair json.RawMessage `json:"repair"`
	// By language, "zh-CN" and "en", when asked for.
	Message map[string]string `json:"message"`
	Hint    map[string]string `json:"hint"`
}

// Check gives the report on an entry of "PACK/ITEM".
func (v *Validator) Check(ctx context.Context, item string, entry []byte, options Options) (report Report, err error) {
	text, err := v.CheckText(ctx, item, entry, options)
	if err == nil {
		err = json.Unmarshal(text, &report)
	}
	return report, err
}

// CheckText gives the report as the module writes it.
func (v *Validator) CheckText(ctx context.Context, item string, entry []byte, options Options) ([]byte, error) {
	if options.Today == "" {
		options.Today = time.Now().Format(time.DateOnly)
	}
	how, err := json.Marshal(options)
	if err != nil {
		return nil, err
	}
	return v.call(ctx, "gongkai_check", nil, []byte(item), entry, how)
}

// ReadingOptions say how an entry is to be read.
type ReadingOptions struct {
	// Language of the words around the values, "zh-CN" or "en". Defaults to "zh-CN".
	Lang string
}

// Reading gives an entry of "PACK/ITEM" as citizens read it, a gongkai-reading/1.
func (v *Validator) Reading(ctx context.Context, item string, entry []byte, options ReadingOptions) (json.RawMessage, error) {
	return v.reading(ctx, item, entry, options, false)
}

// ReadingHTML gives the same as a fragment of HTML; every text in it is escaped.
func (v *Validator) ReadingHTML(ctx context.Context, item string, entry []byte, options ReadingOptions) (html string, err error) {
	answer, err := v.reading(ctx, item, entry, options, true)
	if err == nil {
		err = json.Unmarshal(answer, &html)
	}
	return html, err
}

func (v *Validator) reading(ctx context.Context, item string, entry []byte, options ReadingOptions, html bool) ([]byte, error) {
	how := map[string]any{"html": html}
	if options.Lang != "" {
		how["lang"] = options.Lang
	}
	text, err := json.Marshal(how)
	if err != nil {
		return nil, err
	}
	return v.call(ctx, "gongkai_reading", nil, []byte(item), entry, text)
}

// Form gives the form model of "PACK/ITEM", a gongkai-form/1.
func (v *Validator) Form(ctx context.Context, item string) (json.RawMessage, error) {
	return v.call(ctx, "gongkai_form", nil, []byte(item))
}

// Version gives the version of the validator and of its interface, as JSON.
func (v *Validator) Version(ctx context.Context) (json.RawMessage, error) {
	return v.call(ctx, "gongkai_version", nil)
}

func (v *Validator) call(ctx context.Context, name string, numbers []uint64, texts ...[]byte) ([]byte, error) {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	if v.trapped {
		return nil, ErrTrapped
	}
	answer, err := v.callAlone(ctx, name, numbers, texts)
	if err != nil {
		// What is in its memory now cannot be relied on.
		v.trapped = true
		return nil, errors.Join(ErrTrapped, err)
	}
	if answer[0] == 0 {
		return answer[1:], nil
	}
	failure := new(Error)
	if err := json.Unmarshal(answer[1:], failure); err != nil {
		return nil, err
	}
	return nil, failure
}

func (v *Validator) callAlone(ctx context.Context, name string, numbers []uint64, texts [][]byte) ([]byte, error) {
	free := v.module.ExportedFunction("gongkai_free")
	arguments := append([]uint64{}, numbers...)
	for _, text := range texts {
		address, err := v.module.ExportedFunction("gongkai_alloc").Call(ctx, uint64(len(text)))
		if err != nil {
			return nil, err
		}
		if !v.module.Memory().Write(uint32(address[0]), text) {
			return nil, fmt.Errorf("no room for %d bytes", len(text))
		}
		arguments = append(arguments, address[0], uint64(len(text)))
	}
	answered, err := v.module.ExportedFunction(name).Call(ctx, arguments...)
	if err != nil {
		return nil, err
	}
	address, length := uint32(answered[0]>>32), uint32(answered[0])
	seen, ok := v.module.Memory().Read(address, length)
	if !ok {
		return nil, fmt.Errorf("no answer at %d", address)
	}
	// A copy, since the memory is used again.
	answer := append([]byte(nil), seen...)
	if _, err := free.Call(ctx, uint64(address), uint64(length)); err != nil {
		return nil, err
	}
	for at := len(numbers); at < len(arguments); at += 2 {
		if _, err := free.Call(ctx, arguments[at], arguments[at+1]); err != nil {
			return nil, err
		}
	}
	return answer, nil
}
