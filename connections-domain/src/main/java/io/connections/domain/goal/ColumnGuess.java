package io.connections.domain.goal;

import io.connections.domain.profile.PropertyType;
import java.util.List;

/// What a column of a file seems to hold.
///
/// @param cleaning the processors that bring its values to the type; none where they are as they
///     should be
/// @param unfit in how many of the records looked at the value would be a bad one even so
public record ColumnGuess(String column, PropertyType type, List<Processor> cleaning, int unfit) {
    public ColumnGuess {
        cleaning = List.copyOf(cleaning);
    }
}
