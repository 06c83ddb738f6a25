//! Values to YAML text.

use serde::Serialize;

/// `value` as YAML; words where it cannot be written, which only a value with keys that are not words can cause.
pub fn write<T: Serialize>(value: &T) -> Result<String, String> {
    match serde_yaml::to_string(value) {
        Ok(text) => Ok(text),
        Err(error) => Err(error.to_string()),
    }
}
