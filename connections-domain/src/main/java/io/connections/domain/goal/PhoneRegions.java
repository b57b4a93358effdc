package io.connections.domain.goal;

import java.util.Optional;

/// What is known of the world's phone numbers, for guessing what a file holds.
public interface PhoneRegions {
    /// @param region two letters (ISO 3166-1), in any case; empty where that is no region
    Optional<PhoneFormat> formatOf(String region);

    /// The region of a number with its country code; empty where it is no valid number.
    Optional<String> regionOf(String number);
}
