package io.connections.application.goal.port;

import io.connections.domain.goal.Formula;
import io.connections.domain.goal.PhoneFormat;
import io.connections.domain.goal.PhoneRegions;
import io.connections.domain.goal.TextPattern;

/// Makes what people write into something that runs. Plain and fast: every caller may use it, the
/// page's requests and the runs alike. What it makes may be shared between threads.
public interface TextTools {
    /// A regular expression, found in time linear in the text.
    Compiled<TextPattern> pattern(String source);

    /// @param region two letters (ISO 3166-1), the home of numbers without a country code
    Compiled<PhoneFormat> phone(String region);

    PhoneRegions phoneRegions();

    /// An expression (CEL) over `value`, `values` and `record`.
    Compiled<Formula> formula(String source);

    sealed interface Compiled<T> {
        record Ready<T>(T value) implements Compiled<T> {}

        /// @param message what is wrong and where, in a person's words
        record Faulty<T>(String message) implements Compiled<T> {}
    }
}
