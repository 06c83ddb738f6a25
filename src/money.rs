//! An exact amount in a currency.

use std::fmt;

use rust_decimal::Decimal;

/// So much of a currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// The amount.
    pub amount: Decimal,
    /// The currency, by its three letters (ISO 4217).
    pub currency: String,
}

impl Money {
    /// The amount written `8000 VND`; a point parts the decimals, nothing parts the thousands.
    pub fn parse(text: &str) -> Option<Self> {
        let (amount, currency) = text.trim().split_once(' ')?;
        let letters = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
        let digits = amount.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if !letters || !digits {
            return None;
        }
        match Decimal::from_str_exact(amount) {
            Ok(amount) => Some(Self { amount, currency: currency.to_owned() }),
            Err(_) => None,
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency)
    }
}
