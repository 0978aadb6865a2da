//! The functions that a host calls. Numbers are 32-bit; texts are UTF-8, as an address and a length in bytes.
//!
//! An answer is one 64-bit number: the address of its bytes in the upper half, their number in the lower one. The first
//! byte is 0 before a document and 1 before a failure; JSON follows. Whoever asked frees it with [`gongkai_free`].
//! Arguments stay with the caller, who frees them after the call.
#![allow(
    unsafe_code,
    reason = "addresses and lengths are all that crosses the boundary of a WebAssembly module"
)]

use std::slice;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::answer::{Answer, Failure, to_bytes};
use crate::validator::{Document, Validator};

/// Version of this interface.
const INTERFACE: u32 = 1;

static VALIDATOR: Mutex<Validator> = Mutex::new(Validator::new());

fn validator() -> MutexGuard<'static, Validator> {
    VALIDATOR.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Version of the interface, 1.
#[unsafe(no_mangle)]
pub extern "C" fn gongkai_interface() -> u32 {
    INTERFACE
}

/// Room for an argument of this many bytes; all of it is zero.
#[unsafe(no_mangle)]
pub extern "C" fn gongkai_alloc(length: u32) -> *mut u8 {
    Box::into_raw(vec![0_u8; length as usize].into_boxed_slice()).cast()
}

/// Gives back an argument or an answer.
///
/// # Safety
/// The address comes from [`gongkai_alloc`] with the same length or is that of an answer with its length, and it is
/// given back once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_free(address: *mut u8, length: u32) {
    drop(unsafe { Box::from_raw(slice::from_raw_parts_mut(address, length as usize)) });
}

/// Loads a document: kind 0 a pack, 1 the calendar, 2 what a county lays down for itself.
///
/// # Safety
/// The text lies where it is said to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_load(kind: u32, text: *const u8, length: u32) -> u64 {
    hand_over(unsafe { text_at(text, length) }.and_then(|text| {
        let document = match kind {
            0 => Document::Pack,
            1 => Document::Calendar,
            2 => Document::Local,
            other => return Err(Failure::new("kind-unknown", other)),
        };
        validator().load(document, text)
    }))
}

/// Judges an entry of `DOMAIN/ITEM` as the options say, a JSON object (see [`Validator::check`]).
///
/// # Safety
/// The texts lie where they are said to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_check(
    item: *const u8,
    item_length: u32,
    entry: *const u8,
    entry_length: u32,
    options: *const u8,
    options_length: u32,
) -> u64 {
    let [item, entry, options] = unsafe {
        [bytes_at(item, item_length), bytes_at(entry, entry_length), bytes_at(options, options_length)]
    };
    hand_over(of_entry(item, entry, options, Validator::check))
}

/// An entry of `DOMAIN/ITEM` as citizens read it; the options are a JSON object (see [`Validator::reading`]).
///
/// # Safety
/// The texts lie where they are said to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_reading(
    item: *const u8,
    item_length: u32,
    entry: *const u8,
    entry_length: u32,
    options: *const u8,
    options_length: u32,
) -> u64 {
    let [item, entry, options] = unsafe {
        [bytes_at(item, item_length), bytes_at(entry, entry_length), bytes_at(options, options_length)]
    };
    hand_over(of_entry(item, entry, options, Validator::reading))
}

/// The form model of `DOMAIN/ITEM`.
///
/// # Safety
/// The text lies where it is said to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_form(item: *const u8, length: u32) -> u64 {
    hand_over(unsafe { text_at(item, length) }.and_then(|item| validator().form(item)))
}

/// The version of the validator, `{"version": "…", "interface": 1}`.
#[unsafe(no_mangle)]
pub extern "C" fn gongkai_version() -> u64 {
    let version = env!("CARGO_PKG_VERSION");
    hand_over(Ok(format!("{{\"version\":\"{version}\",\"interface\":{INTERFACE}}}")))
}

/// Asks something about an entry of an item, as the options say.
fn of_entry(
    item: &[u8],
    entry: &[u8],
    options: &[u8],
    ask: fn(&Validator, &str, &[u8], &str) -> Answer,
) -> Answer {
    ask(&validator(), text(item)?, entry, text(options)?)
}

unsafe fn bytes_at<'a>(address: *const u8, length: u32) -> &'a [u8] {
    unsafe { slice::from_raw_parts(address, length as usize) }
}

unsafe fn text_at<'a>(address: *const u8, length: u32) -> Result<&'a str, Failure> {
    text(unsafe { bytes_at(address, length) })
}

fn text(bytes: &[u8]) -> Result<&str, Failure> {
    std::str::from_utf8(bytes).map_err(|error| Failure::new("no-utf-8", error))
}

fn hand_over(answer: Answer) -> u64 {
    let bytes = to_bytes(&answer).into_boxed_slice();
    let length = bytes.len() as u64;
    let address = Box::into_raw(bytes).cast::<u8>() as usize as u64;
    address << 32 | length
}
