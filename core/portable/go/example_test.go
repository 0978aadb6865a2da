package gongkai_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai"
)

// ANCHOR: example
func load(ctx context.Context, dist string) (*gongkai.Validator, error) {
	wasm, err := os.ReadFile(filepath.Join(dist, "gongkai_validator.wasm"))
	if err != nil {
		return nil, err
	}
	module, err := gongkai.Compile(ctx, wasm) // once for the program
	if err != nil {
		return nil, err
	}
	validator, err := module.Validator(ctx)
	if err != nil {
		return nil, err
	}
	pack, err := os.ReadFile(filepath.Join(dist, "packs/24-compulsory-education.json"))
	if err != nil {
		return nil, err
	}
	if _, err := validator.LoadPack(ctx, pack); err != nil {
		return nil, err
	}
	calendar, err := os.ReadFile(filepath.Join(dist, "calendar.json"))
	if err != nil {
		return nil, err
	}
	return validator, validator.LoadCalendar(ctx, calendar)
}

func problems(ctx context.Context, validator *gongkai.Validator, entry []byte, today string) (map[string]string, error) {
	report, err := validator.Check(ctx, "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu", entry,
		gongkai.Options{Today: today, Told: true})
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	for _, issue := range report.Issues {
		if issue.Blocks {
			found[issue.Path] = issue.Message["zh-CN"]
		}
	}
	return found, nil
}

// ANCHOR_END: example

func TestTheExampleFindsTheTelephoneNumber(t *testing.T) {
	ctx := context.Background()
	validator, err := load(ctx, os.Getenv("GONGKAI_DATA"))
	if err != nil {
		t.Fatal(err)
	}
	found, err := problems(ctx, validator, []byte(`{"elements":{"ban_gong_dian_hua":"12"}}`), "2026-09-01")
	if err != nil || !strings.Contains(found["/elements/ban_gong_dian_hua"], "不是有效电话号码") {
		t.Fatal(found, err)
	}
}
