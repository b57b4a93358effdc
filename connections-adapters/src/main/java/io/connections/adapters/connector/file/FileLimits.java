package io.connections.adapters.connector.file;

/// What a file may ask of this machine.
///
/// @param recordBytes one record, line breaks in quotes included
/// @param columns fields of a record
/// @param unpackedBytes all that a packed file may hold
/// @param unpackedRatio how many times larger than its packed form, once `ratioFromBytes` are out
record FileLimits(
        int recordBytes, int columns, long unpackedBytes, int unpackedRatio, long ratioFromBytes) {
    static final FileLimits DEFAULT =
            new FileLimits(1 << 20, 2_000, 200_000_000_000L, 200, 10_000_000L);
}
