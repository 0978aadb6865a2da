package gongkai

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const item = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu"

func compiled(t testing.TB) *Module {
	t.Helper()
	wasm, err := os.ReadFile(os.Getenv("GONGKAI_VALIDATOR"))
	if err != nil {
		t.Fatal(err)
	}
	module, err := Compile(context.Background(), wasm)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = module.Close(context.Background()) })
	return module
}

func loaded(t testing.TB) *Validator {
	t.Helper()
	ctx := context.Background()
	validator, err := compiled(t).Validator(ctx)
	if err != nil {
		t.Fatal(err)
	}
	data := os.Getenv("GONGKAI_DATA")
	packs, _ := filepath.Glob(filepath.Join(data, "packs", "*.json"))
	if len(packs) == 0 {
		t.Fatal("no packs")
	}
	for _, pack := range packs {
		document, err := os.ReadFile(pack)
		if err == nil {
			_, err = validator.LoadPack(ctx, document)
		}
		if err != nil {
			t.Fatal(pack, err)
		}
	}
	calendar, err := os.ReadFile(filepath.Join(data, "calendar.json"))
	if err == nil {
		err = validator.LoadCalendar(ctx, calendar)
	}
	if err != nil {
		t.Fatal(err)
	}
	return validator
}

func TestReportsAreTheSameBytes(t *testing.T) {
	validator, ctx := loaded(t), context.Background()
	file, err := os.Open(os.Getenv("GONGKAI_CASES"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	compared, start := 0, time.Now()
	for lines.Scan() {
		var one struct {
			Item, Entry, Report string
			Options             Options
		}
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			t.Fatal(err)
		}
		report, err := validator.CheckText(ctx, one.Item, []byte(one.Entry), one.Options)
		if err != nil {
			t.Fatal(one.Item, err)
		}
		if string(report) != one.Report {
			t.Fatalf("%s\n%s\nnative %s\nhere   %s", one.Item, one.Entry, one.Report, report)
		}
		compared++
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if compared <= 10_000 {
		t.Fatalf("only %d reports were compared", compared)
	}
	t.Logf("go: %d reports compared, %.0f a second with reading and comparing", compared, float64(compared)/time.Since(start).Seconds())
}

func TestFailuresHaveCodes(t *testing.T) {
	validator, ctx := loaded(t), context.Background()
	on := Options{Today: "2026-09-01"}
	check := func(item, entry string, options Options) error {
		_, err := validator.Check(ctx, item, []byte(entry), options)
		return err
	}
	_, noPack := validator.LoadPack(ctx, []byte("{}"))
	_, noForm := validator.Form(ctx, "a/b")
	for _, one := range []struct {
		err  error
		code string
	}{
		{check("a/b", "{}", on), "item-unknown"},
		{check(item, "{", on), "entry-unreadable"},
		{check(item, "{}", Options{Today: "soon"}), "options-invalid"},
		{check("\xff", "{}", on), "no-utf-8"},
		{noPack, "pack-unreadable"},
		{noForm, "item-unknown"},
	} {
		var failure *Error
		if !errors.As(one.err, &failure) || failure.Code != one.code {
			t.Errorf("%v instead of %s", one.err, one.code)
		}
	}
}

func TestValuesAndForms(t *testing.T) {
	validator, ctx := loaded(t), context.Background()
	entry := []byte(`{"elements":{"ban_gong_dian_hua":"12"}}`)
	report, err := validator.Check(ctx, item, entry, Options{Today: "2026-09-01", Told: true})
	if err != nil || report.Verdict != "blocked" {
		t.Fatal(report, err)
	}
	found := false
	for _, issue := range report.Issues {
		if issue.Code == "phone-invalid" {
			found = issue.Message["zh-CN"] != "" && issue.Message["en"] != ""
		}
	}
	if !found {
		t.Error("no sentences about the telephone number")
	}
	form, err := validator.Form(ctx, item)
	if err != nil || !strings.Contains(string(form), "gongkai-form/1") {
		t.Error(err)
	}
	if version, err := validator.Version(ctx); err != nil || !strings.Contains(string(version), `"interface":1`) {
		t.Error(string(version), err)
	}
}

func TestReadings(t *testing.T) {
	validator, ctx := loaded(t), context.Background()
	entry := []byte(`{"title":" 第一小学 ","elements":{"xue_xiao_ming_cheng":"<第一小学>","ban_gong_dian_hua":"0736-7111111"}}`)
	reading, err := validator.Reading(ctx, item, entry, ReadingOptions{})
	if err != nil || !strings.Contains(string(reading), `{"type":"phones","numbers":["0736-7111111"]}`) {
		t.Error(string(reading), err)
	}
	html, err := validator.ReadingHTML(ctx, item, entry, ReadingOptions{Lang: "en"})
	if err != nil || !strings.Contains(html, "<dd>&lt;第一小学&gt;</dd>") {
		t.Error(html, err)
	}
	var failure *Error
	if _, err := validator.ReadingHTML(ctx, item, []byte("{"), ReadingOptions{}); !errors.As(err, &failure) || failure.Code != "entry-unreadable" {
		t.Error(err)
	}
}

func BenchmarkCheck(b *testing.B) {
	validator, ctx := loaded(b), context.Background()
	entry := []byte(`{"title":"第一小学","elements":{"xue_xiao_ming_cheng":"第一小学","ban_gong_dian_hua":"0736-7111111"}}`)
	b.ResetTimer()
	for range b.N {
		if _, err := validator.CheckText(ctx, item, entry, Options{Today: "2026-09-01"}); err != nil {
			b.Fatal(err)
		}
	}
}
