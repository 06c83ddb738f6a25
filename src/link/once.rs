//! Words and lists of words that many procedures share, each kept once.

use std::{
    borrow::Borrow,
    collections::BTreeSet,
    sync::{Arc, PoisonError, RwLock},
};

/// Values of one kind, each kept once.
pub(super) struct Once<T: ?Sized>(RwLock<BTreeSet<Arc<T>>>);

impl<T: ?Sized> Default for Once<T> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<T: ?Sized + Ord> Once<T> {
    /// The one that equals `value`.
    pub(super) fn of<'v>(&self, value: &'v T) -> Arc<T>
    where
        Arc<T>: From<&'v T> + Borrow<T>,
    {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(value) {
            return Arc::clone(known);
        }
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        match all.get(value) {
            Some(known) => Arc::clone(known),
            None => {
                let new: Arc<T> = Arc::from(value);
                all.insert(Arc::clone(&new));
                new
            }
        }
    }
}
