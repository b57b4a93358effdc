package io.connections.api.discovery;

import io.connections.application.discovery.CreateProposedConnections.Chosen;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.discovery.Freshness;
import io.connections.domain.discovery.SystemId;
import io.connections.domain.discovery.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the wizard asks. Every member may be missing: what must be there is said as problems with
/// their places.
public final class DiscoveryRequests {
    private DiscoveryRequests() {}

    /// @param url `https` where it says no scheme
    @Schema(
            name = "LookAtWebsiteRequest",
            requiredProperties = {"url"},
            examples = "{\"url\":\"www.example.com\"}")
    public record Look(@Nullable String url) {}

    /// @param systems ids of known systems
    /// @param others systems that are not among the known ones, by name
    @Schema(
            name = "ProposeConnectionsRequest",
            requiredProperties = {"wishes", "freshness"},
            examples =
                    """
                    {"systems":["hubspot","salesforce-marketing-cloud"],"others":["Our tills"],
                    "wishes":["BRING_DATA_IN"],"freshness":"BATCH"}
                    """)
    public record Propose(
            @Schema(defaultValue = "[]") @Nullable List<@Nullable String> systems,
            @Schema(defaultValue = "[]") @Nullable List<@Nullable String> others,
            @Nullable List<@Nullable Wish> wishes,
            @Nullable Freshness freshness) {
        List<SystemId> systemIds() {
            return present("/systems", systems).stream().map(SystemId::new).toList();
        }

        List<String> otherNames() {
            return present("/others", others);
        }

        Set<Wish> wished() {
            return Set.copyOf(present("/wishes", wishes));
        }

        Optional<Freshness> howFresh() {
            return Optional.ofNullable(freshness);
        }
    }

    @Schema(
            name = "CreateProposedConnectionsRequest",
            requiredProperties = {"connections"},
            examples =
                    """
                    {"connections":[{"typeId":"sftp","name":"Our tills by SFTP"}]}
                    """)
    public record Create(@Nullable List<@Nullable Wanted> connections) {
        List<Chosen> chosen() {
            return present("/connections", connections).stream().map(Wanted::chosen).toList();
        }
    }

    @Schema(
            name = "ChosenConnection",
            requiredProperties = {"typeId", "name"})
    public record Wanted(@Nullable String typeId, @Nullable String name) {
        Chosen chosen() {
            return new Chosen(
                    new ConnectionTypeId(Objects.requireNonNullElse(typeId, "")),
                    Objects.requireNonNullElse(name, ""));
        }
    }

    private static <T> List<T> present(String pointer, @Nullable List<@Nullable T> given) {
        List<T> items = new ArrayList<>();
        if (given != null) {
            for (T item : given) {
                if (item == null) {
                    throw RequestInvalid.at(
                            pointer + "/" + items.size(), "required", "Leave out what is nothing.");
                }
                items.add(item);
            }
        }
        return items;
    }
}
