//! A joined procedure put together again, as it was read: for whoever changes it.

use crate::{link::linked::Linked, model::Procedure};

impl Linked {
    /// The procedure with all its parts in their places.
    pub fn whole(&self) -> Procedure {
        let mut procedure = self.procedure.clone();
        procedure.documents = self.documents.iter().map(|one| one.document.clone()).collect();
        procedure.limits = self.limits.iter().map(|one| one.limit.clone()).collect();
        procedure.fees = self.fees.iter().map(|one| one.fee.clone()).collect();
        procedure.conditions = self.conditions.iter().map(|one| one.condition.clone()).collect();
        procedure.forms = self.forms.iter().map(|one| one.form.clone()).collect();
        for field in &self.fields {
            if let Some(form) = procedure.forms.get_mut(field.at.0) {
                form.fields.push(field.field.clone());
            }
        }
        procedure
    }
}
