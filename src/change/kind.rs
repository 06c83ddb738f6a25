//! The ways in which two versions of a procedure can differ, and what each means for whoever applies.

use crate::register::Element;

/// What a change means for whoever applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// More is asked, or it takes longer, or costs more.
    Heavier,
    /// Less is asked.
    Lighter,
    /// Neither, or it cannot be told.
    #[default]
    Neutral,
}

impl Grade {
    /// Every grade, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Heavier, Self::Lighter, Self::Neutral];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Heavier => "heavier",
            Self::Lighter => "lighter",
            Self::Neutral => "neutral",
        }
    }
}

macro_rules! kinds {
    ($($(#[$says:meta])* $kind:ident = $word:literal, $grade:ident $(, $element:ident)?;)*) => {
        /// The ways in which two versions can differ.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[$says])* $kind,)* }

        impl Kind {
            /// Every way.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The word for it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }

            /// What it means for whoever applies.
            pub fn grade(self) -> Grade {
                match self { $(Self::$kind => Grade::$grade,)* }
            }

            /// The element of the law that it touches, where the registers hold one of that kind.
            pub fn element(self) -> Option<Element> {
                match self { $(Self::$kind => [$(Element::$element)?].into_iter().next(),)* }
            }
        }
    };
}

kinds! {
    /// A document more in the dossier.
    DocumentAdded = "document-added", Heavier, Document;
    /// A document less.
    DocumentRemoved = "document-removed", Lighter;
    /// Asked for in more cases than before.
    DocumentWidened = "document-widened", Heavier, Document;
    /// Asked for in fewer cases.
    DocumentNarrowed = "document-narrowed", Lighter;
    /// Asked for in other cases, which cannot be compared.
    DocumentCases = "document-cases-changed", Neutral;
    /// The same document under other words.
    DocumentRenamed = "document-renamed", Neutral;
    /// What the office got itself, the applicant must bring.
    DocumentHanded = "document-left-to-applicant", Heavier, Document;
    /// What the applicant brought, the office gets itself.
    DocumentGot = "document-got-by-office", Lighter;
    /// What need not be handed in where it can be looked up must be handed in.
    WaiverLost = "waiver-lost", Heavier, Document;
    /// What can be looked up need not be handed in.
    WaiverGained = "waiver-gained", Lighter;
    /// The original or a certified copy, where less was enough.
    PaperStricter = "paper-stricter", Heavier, Document;
    /// Less than before is enough.
    PaperLighter = "paper-lighter", Lighter;
    /// Another form, which is neither more nor less.
    PaperChanged = "paper-form-changed", Neutral;
    /// It must have been issued more recently.
    PaperYounger = "paper-younger", Heavier, Document;
    /// It may be older.
    PaperOlder = "paper-older", Lighter;
    /// Its age is limited in terms that cannot be compared.
    PaperAge = "paper-age-changed", Neutral;
    /// One of several papers of which one would do is no longer among them.
    AlternativeLost = "alternative-lost", Heavier, Document;
    /// One more paper will do.
    AlternativeGained = "alternative-gained", Lighter;
    /// More originals or copies of a document.
    CopiesMore = "copies-more", Heavier, Document;
    /// Fewer of them.
    CopiesFewer = "copies-fewer", Lighter;
    /// Their number is said, or no longer said.
    CopiesChanged = "copies-changed", Neutral;
    /// Somebody must confirm it.
    ConfirmationAdded = "confirmation-added", Heavier, Document;
    /// Nobody must confirm it any more.
    ConfirmationRemoved = "confirmation-removed", Lighter;
    /// More sets of the dossier.
    SetsMore = "sets-more", Heavier, Copies;
    /// Fewer sets.
    SetsFewer = "sets-fewer", Lighter;
    /// A form more to fill in.
    FormAdded = "form-added", Heavier, Form;
    /// A form less.
    FormRemoved = "form-removed", Lighter;
    /// A form that could be filled in online no longer can.
    FormOffline = "form-not-interactive", Heavier;
    /// A form can be filled in online.
    FormOnline = "form-interactive", Lighter;
    /// Another version of a form.
    FormVersion = "form-version", Neutral;
    /// A field more.
    FieldAdded = "field-added", Heavier, Form;
    /// A field less.
    FieldRemoved = "field-removed", Lighter;
    /// A field that was filled in by the office no longer is.
    PrefillLost = "prefill-lost", Heavier;
    /// The office fills a field in.
    PrefillGained = "prefill-gained", Lighter;
    /// A time limit where there was none.
    LimitAdded = "limit-added", Lighter;
    /// No time limit where there was one.
    LimitLost = "limit-lost", Heavier, TimeLimit;
    /// A longer time limit.
    LimitLonger = "limit-longer", Heavier, TimeLimit;
    /// A shorter one.
    LimitShorter = "limit-shorter", Lighter;
    /// One that cannot be compared with the one before.
    LimitChanged = "limit-changed", Neutral;
    /// More time is not counted.
    ExcludesMore = "limit-excludes-more", Heavier, TimeLimit;
    /// Less time is not counted.
    ExcludesFewer = "limit-excludes-fewer", Lighter;
    /// A condition more.
    ConditionAdded = "condition-added", Heavier, Condition;
    /// A condition less.
    ConditionRemoved = "condition-removed", Lighter;
    /// A condition that demands more.
    ConditionStricter = "condition-stricter", Heavier, Condition;
    /// A condition that demands less.
    ConditionLooser = "condition-looser", Lighter;
    /// A condition in other words, or with bounds that cannot be compared.
    ConditionReworded = "condition-reworded", Neutral;
    /// A step more for the applicant.
    StepAdded = "step-added", Heavier, Step;
    /// A step less for the applicant.
    StepRemoved = "step-removed", Lighter;
    /// A step more within the offices.
    OfficeStepAdded = "office-step-added", Neutral;
    /// A step less within the offices.
    OfficeStepRemoved = "office-step-removed", Neutral;
    /// A step that is done otherwise.
    StepChanged = "step-changed", Neutral;
    /// The applicant must come more often.
    VisitsMore = "visits-more", Heavier, Step;
    /// The applicant must come less often.
    VisitsFewer = "visits-fewer", Lighter;
    /// A fee more.
    FeeAdded = "fee-added", Heavier, Fee;
    /// A fee less.
    FeeRemoved = "fee-removed", Lighter;
    /// A higher fee.
    FeeMore = "fee-more", Heavier, Fee;
    /// A lower fee.
    FeeLess = "fee-less", Lighter;
    /// A fee that cannot be compared with the one before.
    FeeChanged = "fee-changed", Neutral;
    /// Somebody who paid nothing pays.
    ExemptionLost = "exemption-lost", Heavier, Fee;
    /// Somebody who paid pays nothing.
    ExemptionGained = "exemption-gained", Lighter;
    /// A way to pay is gone.
    PaymentLost = "payment-lost", Heavier;
    /// A way to pay more.
    PaymentGained = "payment-gained", Lighter;
    /// A way to apply is gone.
    ChannelLost = "channel-lost", Heavier, OnlineLevel;
    /// A way to apply more.
    ChannelAdded = "channel-added", Lighter;
    /// Less of it can be done that way.
    LevelLower = "level-lower", Heavier, OnlineLevel;
    /// More of it can be done that way.
    LevelHigher = "level-higher", Lighter;
    /// A signature is asked for.
    SignatureAdded = "signature-added", Heavier;
    /// A signature is asked for no longer.
    SignatureRemoved = "signature-removed", Lighter;
    /// Originals must be shown as well.
    OriginalsShown = "originals-shown", Heavier;
    /// Originals need not be shown any more.
    OriginalsNotShown = "originals-not-shown", Lighter;
    /// The result is no longer electronic.
    ResultOnPaper = "result-not-electronic", Heavier, Result;
    /// The result is electronic.
    ResultElectronic = "result-electronic", Lighter;
    /// The result is valid for a shorter time.
    ResultShorter = "result-shorter", Heavier, Validity;
    /// The result is valid for longer.
    ResultLonger = "result-longer", Lighter;
    /// Another result.
    ResultAdded = "result-added", Neutral;
    /// A result less.
    ResultRemoved = "result-removed", Neutral;
    /// Another procedure must come first.
    NeedAdded = "need-added", Heavier;
    /// Another procedure need not come first any more.
    NeedRemoved = "need-removed", Lighter;
    /// More papers may be asked for more often.
    SupplementMore = "supplement-more", Heavier;
    /// More papers may be asked for less often.
    SupplementFewer = "supplement-fewer", Lighter;
    /// The office deals otherwise with what is missing or late.
    Handling = "handling-changed", Neutral;
    /// A part, or the whole, names no law any more.
    GroundLost = "ground-lost", Neutral;
    /// It names other law.
    GroundChanged = "ground-changed", Neutral;
    /// It names law where it named none.
    GroundNamed = "ground-named", Neutral;
    /// A procedure that was not there before.
    Created = "procedure-created", Heavier;
    /// A procedure that is there no more.
    Abolished = "procedure-abolished", Lighter;
    /// The same procedure under another title.
    Renamed = "procedure-renamed", Neutral;
    /// One of several that were one procedure, by their dossiers.
    Split = "procedure-split", Neutral;
    /// One that was several procedures, by their dossiers.
    Merged = "procedure-merged", Neutral;
    /// The same procedure under another code.
    Recoded = "code-changed", Neutral;
    /// Others settle it.
    Authority = "authority-changed", Neutral;
    /// It is for others.
    Audience = "audience-changed", Neutral;
    /// It is in force on other days.
    Validity = "validity-changed", Neutral;
}
