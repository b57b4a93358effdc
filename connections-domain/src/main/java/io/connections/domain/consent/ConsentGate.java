package io.connections.domain.consent;

/// Whether a connection may process a profile. Every path asks here, and nowhere else is it
/// decided.
public interface ConsentGate {
    Verdict judge(Subject subject);

    /// The gate of a connection that is linked to no objective: it processes every profile.
    static ConsentGate forNoObjectives() {
        return _ -> Verdict.Allowed.ALLOWED;
    }

    /// The profile as it would be after the consent and zone that the record itself carries. A new
    /// profile is in *rest of world*.
    record Subject(Zone zone) {
        public static final Subject NEW_PROFILE = new Subject(Zone.REST_OF_WORLD);
    }

    sealed interface Verdict {
        enum Allowed implements Verdict {
            ALLOWED
        }

        /// @param reason in a person's words, naming the rule that decided
        record HeldBack(String reason) implements Verdict {}
    }
}
