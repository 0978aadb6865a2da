//! libFuzzer calls `gongkai_tests::fuzz::workbook`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_tests::fuzz::workbook(data));
