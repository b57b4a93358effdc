package io.connections.domain.profile;

import io.connections.domain.kernel.Conflict;

/// Ids that differ in case alone count as the same.
public final class PropertyIdTaken extends Conflict {
    public PropertyIdTaken(PropertyId id) {
        super(
                "There is a property '%s' already (upper and lower case count as the same). Use it, or choose another id."
                        .formatted(id.value()));
    }

    @Override
    public String code() {
        return "property-id-taken";
    }
}
