//! Two lengths of time in one record: whether any of its words tells which of them holds.

use crate::{
    duration::Duration,
    import::{condition, lengths, record::Record, stated},
    text,
};

/// Whether every way to apply gives one and the same number, every case gives `length` instead, and no words tell of it.
pub(super) fn is_untold(record: &Record, length: Duration) -> bool {
    let ways: Vec<Option<Duration>> = record.channels.iter().map(|way| stated::amount(&way.limit)).collect();
    let Some(Some(number)) = ways.first() else { return false };
    let one_number = ways.iter().all(|way| way.as_ref() == Some(number));
    let one_case = record.limits.iter().all(|case| stated::amount(&case.limit) == Some(length));
    one_number && one_case && number.amount != length.amount && !is_told(record, length)
}

/// Whether the words of the record state that length, or speak of places where more time is allowed.
fn is_told(record: &Record, length: Duration) -> bool {
    let ways = record.channels.iter().map(|way| way.says.as_str());
    let words = ways.chain([record.steps.as_str(), record.conditions.as_str()]);
    words.into_iter().any(|words| {
        let folded = text::fold(words);
        condition::is_remote(&folded) || lengths::find(&folded).iter().any(|one| one.length.amount == length.amount.normalize())
    })
}
