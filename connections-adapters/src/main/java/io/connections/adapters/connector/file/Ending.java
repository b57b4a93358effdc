package io.connections.adapters.connector.file;

/// Whether the end of the bytes is the end of the file, or only as far as a sample goes: then what
/// is incomplete there is left out, not called broken.
enum Ending {
    WHOLE,
    CUT_OFF
}
