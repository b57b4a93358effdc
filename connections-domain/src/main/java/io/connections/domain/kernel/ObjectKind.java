package io.connections.domain.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of things that people make, use and are told of, whatever the feature.
public enum ObjectKind {
    CONNECTION,
    CONNECTION_TYPE,
    RUN,
    PROFILE,
    PROFILE_PROPERTY,
    LABEL,
    CHANNEL,
    OBJECTIVE,
    PRIVACY_SETTINGS,
    VIEW,
    SESSION,
    AUDIT_TRAIL;

    /// As the API names it: `profile-property`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind that the API names so.
    public static Optional<ObjectKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
