//! Procedures in the formats of others: spreadsheets, and the vocabulary of European catalogues of public services.

mod comma;
mod cpsv;
mod tables;
mod workbook;

pub use crate::export::{
    comma::csv,
    cpsv::{Services, cpsv},
    tables::{Put, Source, Table, tables},
    workbook::xlsx,
};
