package io.connections.domain.goal;

import io.connections.domain.consent.ObjectiveId;

/// What the values of a [ConsentRow] say.
public sealed interface ConsentMeaning {
    /// Yes or no to one objective, in one of the usual words. Without a value: nothing.
    record AnswerTo(ObjectiveId objective) implements ConsentMeaning {}

    /// Each value is the id of an objective that the person consents to.
    record Granted() implements ConsentMeaning {}

    /// Each value is the id of an objective that the person refuses.
    record Refused() implements ConsentMeaning {}

    /// Which privacy legislation the person falls under.
    record InZone() implements ConsentMeaning {}

    /// When the person said it. Without a value, or without such a row: when the run was started,
    /// and only where it differs from what the person has said before.
    record StatedAt() implements ConsentMeaning {}
}
