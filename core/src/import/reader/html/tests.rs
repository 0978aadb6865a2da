//! Pages as people and programs write them, and what is read.
use super::*;
