package io.connections.api.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/// A text of the request holds what no text may.
public final class NotText extends MismatchedInputException {
    public NotText(JsonParser at, String message) {
        super(at, message, String.class);
    }
}
