//! libFuzzer calls `gongkai_tests::fuzz::privacy`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| gongkai_tests::fuzz::privacy(data));
