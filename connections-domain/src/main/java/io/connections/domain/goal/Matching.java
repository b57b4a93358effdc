package io.connections.domain.goal;

import io.connections.domain.profile.PropertyId;
import java.util.List;

/// How a record finds its profile: an OR of ANDs over identifiers. A profile matches when, for one
/// of the groups, it has every identifier of the group with the record's value. The values come
/// from the mapping rows of those properties.
public record Matching(List<List<PropertyId>> anyOf) {
    public Matching {
        anyOf = anyOf.stream().map(List::copyOf).toList();
    }
}
