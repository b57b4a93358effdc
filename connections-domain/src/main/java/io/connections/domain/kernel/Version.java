package io.connections.domain.kernel;

/// The number of a saved state; each save raises it by one. It travels as `ETag` and `If-Match`.
public record Version(long number) {
    public static final Version FIRST = new Version(1);

    public Version {
        if (number < 1) {
            throw new IllegalArgumentException("a version starts at 1, not at " + number);
        }
    }

    public Version next() {
        return new Version(number + 1);
    }
}
