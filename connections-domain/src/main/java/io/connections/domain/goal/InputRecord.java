package io.connections.domain.goal;

import java.util.List;
import java.util.Map;

/// One record as it came from the source, before any processor.
public interface InputRecord {
    /// Ends a raw text that is not whole.
    String CUT_OFF = "… [cut off here: longer than 64 KiB]";

    /// Counts from 1 within a goal's source, across its files, broken records included. The later
    /// record wins.
    long number();

    /// The line of the file on which the record starts, from 1.
    long line();

    /// The field's values; empty where the record has no such field or the field is empty. CSV has
    /// one at most, JSON arrays more.
    List<String> values(String field);

    /// All fields that have values, by name: what expressions see.
    Map<String, List<String>> fields();

    /// The record's text as it stands in the source (for rejected records), at most 64 KiB: what is
    /// longer ends with [#CUT_OFF].
    String raw();
}
