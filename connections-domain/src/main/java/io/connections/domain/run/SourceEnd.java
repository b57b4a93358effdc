package io.connections.domain.run;

/// The proof that a goal's source was read to its end: every part of it (file, table …) reached
/// its own proven end. Without it no goal, and so no run, can finish.
public record SourceEnd(int parts, int ended) {
    public SourceEnd {
        if (parts < 0 || ended != parts) {
            throw new IllegalArgumentException(
                    "%d of %d parts of the source were read to their end".formatted(ended, parts));
        }
    }
}
