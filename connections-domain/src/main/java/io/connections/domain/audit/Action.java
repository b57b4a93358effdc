package io.connections.domain.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What was done. To what, the subject says: one word serves every kind of thing.
public enum Action {
    CREATED,
    CHANGED,
    DELETED,
    TURNED_ON,
    TURNED_OFF,
    SECRET_SET,
    SECRET_REMOVED,
    TESTED,
    RESTORED,
    LABELLED,
    UNLABELLED,
    STARRED,
    UNSTARRED,
    RENAMED,
    MERGED,
    INSTALLED,
    UNINSTALLED,
    STARTED,
    STOP_REQUESTED,
    RESUMED,
    REPLAYED,
    /// A run came to its end, however it ended.
    ENDED,
    DOWNLOADED,
    EXPORTED,
    SIGNED_IN,
    SIGNED_OUT,
    SIGN_IN_FAILED;

    /// As the API names it: `turned-on`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The action that the API names so.
    public static Optional<Action> of(String word) {
        return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
    }
}
