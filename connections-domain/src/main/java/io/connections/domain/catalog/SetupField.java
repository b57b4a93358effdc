package io.connections.domain.catalog;

import java.util.List;
import java.util.Optional;

/// One field of a type's setup form.
///
/// @param id the key of the setup value: letters, digits
/// @param help one sentence under the field, may be empty
/// @param target whether it says where the secrets are sent
/// @param shownWhen the field counts only while another field has one of some values; hidden fields
///     are neither required nor kept
public record SetupField(
        String id,
        String label,
        String help,
        boolean required,
        boolean target,
        Kind kind,
        Optional<String> initial,
        Optional<Condition> shownWhen) {

    /// What the field holds, and with it how it is checked and drawn.
    public sealed interface Kind {
        record Text(int maxLength) implements Kind {}

        record WholeNumber(long min, long max) implements Kind {}

        record YesNo() implements Kind {}

        record Choice(List<Option> options) implements Kind {
            public Choice {
                options = List.copyOf(options);
            }
        }

        /// Write-only: kept in the vault, shown as set or not set.
        record SecretText(boolean multiline) implements Kind {}

        /// Filled by a connection test (the server's host key), shown, and only ever cleared by a
        /// person.
        record Pinned() implements Kind {}
    }

    public record Option(String value, String label) {}

    public record Condition(String field, List<String> isOneOf) {
        public Condition {
            isOneOf = List.copyOf(isOneOf);
        }
    }

    public boolean isSecret() {
        return kind instanceof Kind.SecretText;
    }
}
