package io.connections.adapters.persistence.audit;

import io.connections.domain.audit.Change;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Changes as the column holds them.
final class ChangeDocuments {
    private ChangeDocuments() {}

    static JsonArray written(List<Change> changes) {
        JsonArray array = new JsonArray();
        changes.forEach(change -> array.add(written(change)));
        return array;
    }

    private static JsonObject written(Change change) {
        JsonObject object = new JsonObject().put("what", Storable.text(change.what()));
        switch (change) {
            case Change.Shown(_, Optional<String> before, Optional<String> after) -> {
                before.ifPresent(text -> object.put("before", Storable.text(text)));
                after.ifPresent(text -> object.put("after", Storable.text(text)));
            }
            case Change.OfSecret _ -> object.put("secret", true);
        }
        return object;
    }

    static List<Change> read(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(ChangeDocuments::read).toList();
    }

    private static Change read(JsonObject object) {
        String what = object.getString("what");
        return object.getBoolean("secret", false)
                ? Change.ofSecret(what)
                : Change.of(what, object.getString("before", ""), object.getString("after", ""));
    }
}
