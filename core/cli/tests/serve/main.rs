//! `gongkai serve`, as whoever asks it over HTTP sees it.
#![cfg(feature = "serve")]

mod answers;
mod limits;
mod server;
