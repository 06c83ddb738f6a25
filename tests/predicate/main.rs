//! A rule's `when`: what it means, what it refuses, what it withstands, and that CEL agrees.

mod subject;
mod truth;
mod refusals;
mod hostile;
mod cost;
mod dice;
mod generate;
mod oracle;
