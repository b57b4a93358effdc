package io.connections.domain.catalog;

import io.connections.domain.goal.Processor;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.util.List;

/// A column of the other system's files, and the property that it suggests.
///
/// @param name what the property is called where it has to be made
/// @param identifier whether its values name a customer
/// @param cleaning the processors that bring its values to the type
public record PreparedColumn(
        String column,
        PropertyId property,
        String name,
        PropertyType type,
        boolean identifier,
        List<Processor> cleaning) {
    public PreparedColumn {
        cleaning = List.copyOf(cleaning);
    }

    /// Whether the property of that name holds what the column has. Text takes everything.
    boolean suits(ProfileProperty found) {
        return found.type() instanceof PropertyType.Text || found.type().equals(type);
    }
}
