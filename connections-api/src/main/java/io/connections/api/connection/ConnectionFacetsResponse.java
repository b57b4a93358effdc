package io.connections.api.connection;

import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.OverviewForPerson.Counted;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Each value with how many connections one would see by choosing it, the most frequent first.
@Schema(name = "ConnectionFacets")
public record ConnectionFacetsResponse(
        List<Facet> label,
        List<Facet> type,
        List<Facet> status,
        List<Facet> outcome,
        List<Facet> direction,
        List<Facet> favorite,
        List<Facet> on,
        List<Facet> creator,
        List<Facet> attention,
        List<Facet> objective,
        List<Facet> channel) {

    /// @param value as the filter takes it
    /// @param name for people, where the value is no word of the product
    @Schema(name = "ConnectionFacet")
    public record Facet(String value, String name, int count) {
        static Facet of(Counted counted) {
            return new Facet(counted.value(), counted.name(), counted.count());
        }
    }

    static ConnectionFacetsResponse of(Map<Kind, List<Counted>> counts) {
        return new ConnectionFacetsResponse(
                facets(counts, Kind.LABEL),
                facets(counts, Kind.TYPE),
                facets(counts, Kind.STATUS),
                facets(counts, Kind.OUTCOME),
                facets(counts, Kind.DIRECTION),
                facets(counts, Kind.FAVORITE),
                facets(counts, Kind.ON),
                facets(counts, Kind.CREATOR),
                facets(counts, Kind.ATTENTION),
                facets(counts, Kind.OBJECTIVE),
                facets(counts, Kind.CHANNEL));
    }

    private static List<Facet> facets(Map<Kind, List<Counted>> counts, Kind kind) {
        return counts.getOrDefault(kind, List.of()).stream().map(Facet::of).toList();
    }
}
