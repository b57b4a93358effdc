package io.connections.domain.goal;

import java.util.Optional;

/// Turns what people write as a phone number into E.164 (`+31201234567`), for numbers of one home
/// region.
public interface PhoneFormat {
    /// Two-letter region (ISO 3166-1) that numbers without a country code belong to.
    String region();

    /// Empty where the text is no possible phone number.
    Optional<String> toE164(String text);
}
