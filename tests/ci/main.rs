//! What stands ready for other people's machines does what it says, as far as that can be seen without them: the files are
//! read, and their steps are run by a shell, with a folder for a job and stand-ins for the network.

#![cfg(unix)]

mod action;
mod docker;
mod job;
mod release;
mod shell;
