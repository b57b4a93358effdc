package io.connections.api.problem;

import com.fasterxml.jackson.core.JacksonException;

/// What is wrong with a text that should be JSON, for whoever sent it.
public final class JsonFault {
    /// The reader's own word for where a text comes from, which says nothing here.
    private static final String SOURCE = " (start marker at [Source:";

    private JsonFault() {}

    /// Without the place.
    public static String words(JacksonException malformed) {
        String message = String.valueOf(malformed.getOriginalMessage());
        int source = message.indexOf(SOURCE);
        return source < 0 ? message : message.substring(0, source);
    }
}
