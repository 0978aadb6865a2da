//! libFuzzer calls `gongkai_tests::fuzz::import_reader`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_tests::fuzz::import_reader(data));
