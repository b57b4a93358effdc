package io.connections.domain.kernel;

/// A secret's plain text, on its way to the system that needs it. It never prints itself.
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /// The plain text: for the connector that signs in, and for nothing else.
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
