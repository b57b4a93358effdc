package io.connections.adapters.persistence.visitor;

/// Into how many rows of work the visitors are divided. The number stands in what is not handled
/// yet, so it can grow and cannot shrink.
final class Stripes {
    static final int ALL = 16;

    private Stripes() {}
}
