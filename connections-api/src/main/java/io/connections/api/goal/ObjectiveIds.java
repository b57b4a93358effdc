package io.connections.api.goal;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objectives of a connection, by their ids.
public final class ObjectiveIds {
    private ObjectiveIds() {}

    /// @param unreadable is told what is no id
    public static List<ObjectiveId> read(
            @Nullable List<@Nullable String> ids, List<Violation> unreadable) {
        List<ObjectiveId> read = new ArrayList<>();
        if (ids != null) {
            for (int i = 0; i < ids.size(); i++) {
                String id = ids.get(i) == null ? "" : ids.get(i);
                ObjectiveId.violation("/objectives/" + i, id).ifPresent(unreadable::add);
                ObjectiveId.of(id).ifPresent(read::add);
            }
        }
        return read;
    }

    public static List<String> of(List<ObjectiveId> objectives) {
        return objectives.stream().map(ObjectiveId::value).toList();
    }
}
