package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionType.GoalKind;
import io.connections.domain.catalog.ConnectionType.Mode;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupField;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A small vocabulary: one system with a type, `Shop Mail`, three without, and `sftp` for all.
public final class DiscoveryFixtures {
    public static final KnownSystem SHOP_MAIL =
            system("shop-mail", "Shop Mail", "Marketing", "shop-mail", "mail.example");
    public static final KnownSystem HEATMAP =
            system("heatmap", "Heatmap", "Analytics", "", "static.heatmap.example");
    public static final KnownSystem TAGS =
            system("tags", "Tags", "Tag management", "", "goo.example/gtm.js");
    public static final KnownSystem STATISTICS =
            system("statistics", "Statistics", "Analytics", "", "goo.example/gtag/js");
    public static final Vocabulary VOCABULARY =
            new Vocabulary(
                    List.of(HEATMAP, SHOP_MAIL, STATISTICS, TAGS),
                    List.of(new Universal(new ConnectionTypeId("sftp"), "It has to write files.")));

    private DiscoveryFixtures() {}

    /// @param type empty: none
    public static KnownSystem system(
            String id, String name, String category, String type, String script) {
        return new KnownSystem(
                new SystemId(id),
                name,
                name + " Ltd",
                category,
                List.of(ScriptAddress.of(script)),
                type.isEmpty() ? Optional.empty() : Optional.of(new ConnectionTypeId(type)));
    }

    /// A type of batches of profiles that come in.
    public static ConnectionType type(String id, String name) {
        return type(id, name, Mode.BATCH, Set.of(GoalKind.IMPORT_PROFILES), List.of());
    }

    public static ConnectionType type(
            String id, String name, Mode mode, Set<GoalKind> goals, List<SetupField> setup) {
        return new ConnectionType(
                new ConnectionTypeId(id),
                name,
                name,
                "Marketing",
                "",
                "email",
                Direction.OUTBOUND,
                mode,
                goals,
                "sftp",
                setup,
                List.of());
    }
}
