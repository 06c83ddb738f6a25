//! Every form of a report is what its readers take: valid by their schema or their own parser, over the whole catalogue, over
//! nothing, and over words that would like to be obeyed.

mod hostile;
mod made;
mod readers;
mod valid;
mod xml;
