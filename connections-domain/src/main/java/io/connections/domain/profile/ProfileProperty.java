package io.connections.domain.profile;

/// A typed attribute of profiles. Its values are always a list.
///
/// @param number the short key under which stored profiles hold it; never reused
/// @param identifier whether its values name a profile: a value then belongs to one profile at most
/// @param pii whether it is personally identifying
public record ProfileProperty(
        PropertyId id,
        int number,
        String name,
        PropertyType type,
        boolean identifier,
        boolean pii) {
    private static final Reading.Refused TOO_LONG_TO_IDENTIFY =
            new Reading.Refused(
                    "is longer than %d characters, too long for an identifier"
                            .formatted(Identifier.MAX_LENGTH));

    /// Brings a text into the written form of the property's type; what names a profile has to be
    /// short.
    public Reading normalise(String text) {
        Reading reading = type.normalise(text);
        return identifier
                        && reading instanceof Reading.Accepted(String value)
                        && value.length() > Identifier.MAX_LENGTH
                ? TOO_LONG_TO_IDENTIFY
                : reading;
    }
}
