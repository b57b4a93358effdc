package io.connections.domain.discovery;

/// An address that a website's page names, and where it does. The reason to conclude that a system
/// is in use.
public record Sighting(Place place, WebAddress address) {
    public enum Place {
        /// It is loaded.
        SCRIPT("The page loads %s."),
        /// A script that stands in the page names it, to load it.
        INLINE_SCRIPT("A script in the page names %s."),
        /// The page announces that it will load something from there.
        CONNECTION_HINT("The page announces that it loads from %s."),
        /// For visitors without scripts.
        NOSCRIPT_IMAGE("For visitors without scripts, the page loads the image %s."),
        /// For visitors without scripts.
        NOSCRIPT_FRAME("For visitors without scripts, the page loads the frame %s.");

        private final String sentence;

        Place(String sentence) {
            this.sentence = sentence;
        }
    }

    /// One sentence: what the page does.
    public String words() {
        return place.sentence.formatted(address.shown());
    }
}
