//! Work on all processors in a row: one reads, several work, one writes what they answer in the order of the reading.
//!
//! Jobs go to the workers in turn and answers are taken from them in turn, so that nothing has to be sorted; each waits
//! for the next one when it is two jobs ahead, so that memory stays the same however much there is to do.

use std::io;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

/// How many jobs a worker may be ahead of the next one.
const AHEAD: usize = 2;

/// More workers than this would wait for the one that reads.
const MAX_WORKERS: usize = 8;

/// What the one that writes gets to do.
pub enum Step<D> {
    /// A job is done.
    Done(D),
    /// The next answer takes a while: what is there should be shown.
    Waits,
}

/// Where jobs go; says whether anyone still wants them.
pub type Send<'s, J> = &'s mut dyn FnMut(J) -> bool;

/// Reads, works and writes until there is nothing left to read.
///
/// # Errors
/// What is answered cannot be written; the rest is not read.
pub fn run<J: std::marker::Send, D: std::marker::Send>(
    read: impl FnOnce(Send<'_, J>) + std::marker::Send,
    work: impl Fn(J) -> D + Sync,
    mut write: impl FnMut(Step<D>) -> io::Result<()>,
) -> io::Result<()> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_WORKERS);
    thread::scope(|scope| {
        let (mut jobs, mut answers): (Vec<SyncSender<J>>, Vec<Receiver<D>>) = (Vec::new(), Vec::new());
        for _ in 0..workers {
            let (job, todo) = sync_channel::<J>(AHEAD);
            let (answer, done) = sync_channel::<D>(AHEAD);
            jobs.push(job);
            answers.push(done);
            let work = &work;
            scope.spawn(move || {
                for job in todo {
                    if answer.send(work(job)).is_err() {
                        break;
                    }
                }
            });
        }
        scope.spawn(move || {
            let mut turn = jobs.iter().cycle();
            read(&mut |job| turn.next().is_some_and(|worker| worker.send(job).is_ok()));
        });
        // Whatever ends this drops the ends of the channels, and that ends the others.
        for worker in answers.iter().cycle() {
            let done = match worker.try_recv() {
                Ok(done) => done,
                Err(TryRecvError::Disconnected) => break,
                Err(TryRecvError::Empty) => {
                    write(Step::Waits)?;
                    let Ok(done) = worker.recv() else { break };
                    done
                }
            };
            write(Step::Done(done))?;
        }
        drop(answers);
        Ok(())
    })
}
