//! The site as its visitors and editors meet it, request by request.

mod editing;
mod harness;
mod import_forms;
mod importing;
mod lists;
mod protection;
mod public;
mod signing_in;
