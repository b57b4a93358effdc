package io.connections.domain.goal;

import java.util.Optional;

/// Turns what people write as a phone number into E.164 (`+31201234567`), for numbers of one home
/// region.
public interface PhoneFormat {
    /// Two-letter region (ISO 3166-1) that numbers without a country code belong to.
    String region();

    /// Empty where the text is no possible phone number.
    default Optional<String> toE164(String text) {
        return toE164(text, region());
    }

    /// @param home takes the place of the region, in any case; what is no region is ignored
    Optional<String> toE164(String text, String home);
}
