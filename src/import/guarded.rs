//! Readers meet files of anybody: all that is read and understood of one runs beside the program, with a stack of their own and for a
//! limited time, so that whatever they do ends with a message.

use std::sync::mpsc;
use std::time::Duration;

use super::package::damaged;
use crate::diagnostic::{Message, say};

/// How long reading a file may take.
const LONGEST: Duration = Duration::from_secs(10);

/// The stack for what stands in each other.
const STACK: usize = 256 << 20;

/// What a reader gives, or a message where it stops without giving anything.
///
/// # Errors
/// The reader's own, and when it stops or goes on too long.
pub fn run<T: Send + 'static>(
    read: impl FnOnce() -> Result<T, Message> + Send + 'static,
) -> Result<T, Message> {
    within(LONGEST, read)
}

fn within<T: Send + 'static>(
    longest: Duration,
    read: impl FnOnce() -> Result<T, Message> + Send + 'static,
) -> Result<T, Message> {
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        // Nobody listens any more where it took too long.
        let _ = sender.send(read());
    };
    let thread = std::thread::Builder::new().stack_size(STACK);
    if thread.spawn(work).is_err() {
        return Err(damaged());
    }
    match receiver.recv_timeout(longest) {
        Ok(read) => read,
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(damaged()),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(say!(
            "membaca berkas ini terlalu lama; salin bagian standar pelayanannya saja ke berkas baru",
            "reading this file takes too long; copy just the service standard into a new file"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_gives_is_given_on_and_its_panic_is_a_message() {
        assert_eq!(run(|| Ok(7)), Ok(7));
        let stopped: Result<u8, Message> = run(|| panic!("a reader that stops"));
        assert_eq!(stopped, Err(damaged()));
        let slow = within(Duration::from_millis(1), || {
            std::thread::sleep(Duration::from_millis(200));
            Ok(7)
        });
        assert!(slow.is_err_and(|why| why.en.contains("too long")));
    }
}
