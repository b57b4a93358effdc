package io.connections.application.catalog.port;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.PreparedColumn;
import io.connections.domain.catalog.PreparedGoal;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.SetupField.Kind;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.Matching;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Two types. `sftp`: a host that secrets are for, a note, a password; all but the note required.
/// `shop-mail`: the same, and a goal is prepared that reads `email` and `city` of its files.
public final class InMemoryConnectionTypes implements ConnectionTypes {
    private static final PropertyId EMAIL = new PropertyId("email");
    private static final PreparedGoal CUSTOMERS =
            new PreparedGoal(
                    "Customers",
                    new FileSource(
                            new FileSelection(
                                    "/export",
                                    "customers_*.csv",
                                    FileSelection.Pick.ALL_BY_NAME,
                                    FileSelection.Compression.AUTO,
                                    new FileSelection.AfterImport.Leave()),
                            Optional.empty()),
                    new Matching(List.of(List.of(EMAIL))),
                    true,
                    List.of(
                            new PreparedColumn(
                                    "EMAIL",
                                    EMAIL,
                                    "E-mail",
                                    new PropertyType.Email(),
                                    true,
                                    List.of()),
                            new PreparedColumn(
                                    "CITY",
                                    new PropertyId("city"),
                                    "City",
                                    new PropertyType.Text(),
                                    false,
                                    List.of())));
    private static final ConnectionType SFTP =
            type("sftp", "SFTP", "Anybody", "Files", "Files of a server", List.of());
    private static final ConnectionType SHOP_MAIL =
            type(
                    "shop-mail",
                    "Shop Mail",
                    "Shop Mail Ltd",
                    "E-mail",
                    "Subscribers of newsletters",
                    List.of(CUSTOMERS));

    /// Of what the website tag runs.
    public static final ConnectionType DATA_LAYER =
            new ConnectionType(
                    new ConnectionTypeId("data-layer"),
                    "Data layer",
                    "Your own website",
                    "Websites",
                    "Variables of pages",
                    "folder",
                    ConnectionType.Direction.INBOUND,
                    ConnectionType.Mode.IN_PAGE,
                    Set.of(
                            ConnectionType.GoalKind.IMPORT_VARIABLES,
                            ConnectionType.GoalKind.EXPORT_VARIABLES),
                    "website-tag",
                    List.of(),
                    List.of());

    private final List<ConnectionType> types;

    /// @param more than those that always are
    public InMemoryConnectionTypes(ConnectionType... more) {
        types = new ArrayList<>(List.of(SFTP, SHOP_MAIL));
        types.addAll(List.of(more));
    }

    @Override
    public List<ConnectionType> list() {
        return List.copyOf(types);
    }

    @Override
    public Optional<ConnectionType> find(ConnectionTypeId id) {
        return list().stream().filter(type -> type.id().equals(id)).findFirst();
    }

    @Override
    public Optional<String> guide(ConnectionTypeId id) {
        return find(id).map(
                        type -> "# %s\n\nThe folder is /export of %1$s.\n".formatted(type.name()));
    }

    @Override
    public Optional<String> picture(String name) {
        return name.equals("flow.svg")
                ? Optional.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                : Optional.empty();
    }

    private static ConnectionType type(
            String id,
            String name,
            String vendor,
            String category,
            String summary,
            List<PreparedGoal> goals) {
        return new ConnectionType(
                new ConnectionTypeId(id),
                name,
                vendor,
                category,
                summary,
                "folder",
                ConnectionType.Direction.OUTBOUND,
                ConnectionType.Mode.BATCH,
                Set.of(ConnectionType.GoalKind.IMPORT_PROFILES),
                "sftp",
                List.of(
                        field("host", true, true, new Kind.Text(253)),
                        field("note", false, false, new Kind.Text(100)),
                        field("password", true, false, new Kind.SecretText(false))),
                goals);
    }

    private static SetupField field(String id, boolean required, boolean target, Kind kind) {
        return new SetupField(
                id, id, "", required, target, kind, Optional.empty(), Optional.empty());
    }
}
