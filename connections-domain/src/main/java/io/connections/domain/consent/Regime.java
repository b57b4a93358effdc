package io.connections.domain.consent;

/// What a zone's legislation makes of a person who has said nothing.
public enum Regime {
    /// Nothing that needs consent is done before the person grants it.
    OPT_IN,
    /// It is done until the person refuses.
    OPT_OUT
}
