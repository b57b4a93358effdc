package io.connections.application.overview;

import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.OverviewForPerson.Counted;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// What the filter's menus show: each value with how many one would see by choosing it.
@Singleton
public final class CountConnections {
    private static final int MOST_VALUES = 200;

    public record Query(ConnectionFilter filter, Actor actor) {}

    private final ConnectionReadings connections;
    private final AskedFor askedFor;

    CountConnections(ConnectionReadings connections, AskedFor askedFor) {
        this.connections = connections;
        this.askedFor = askedFor;
    }

    /// Every kind is in the answer.
    public Uni<Map<Kind, List<Counted>>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return askedFor.require(query.filter(), "");
                        })
                .chain(() -> SeeConnections.by(query.actor(), connections))
                .map(seen -> seen.counts(query.filter(), MOST_VALUES))
                .chain(counts -> named(query.filter(), counts));
    }

    /// The list knows objectives and channels by their ids alone. What is chosen of them is in the
    /// answer also where nobody has it, so that it can be called by its name.
    private Uni<Map<Kind, List<Counted>>> named(
            ConnectionFilter filter, Map<Kind, List<Counted>> counts) {
        Map<ObjectiveId, Integer> objectives =
                counted(
                        counts.getOrDefault(Kind.OBJECTIVE, List.of()),
                        filter.objectives(),
                        ObjectiveId::new);
        Map<ChannelId, Integer> channels =
                counted(
                        counts.getOrDefault(Kind.CHANNEL, List.of()),
                        filter.channels(),
                        id -> new ChannelId(UUID.fromString(id)));
        return askedFor.names(objectives.keySet(), channels.keySet())
                .map(
                        names -> {
                            Map<Kind, List<Counted>> named = new EnumMap<>(counts);
                            named.put(
                                    Kind.OBJECTIVE,
                                    named(objectives, names.objectives(), ObjectiveId::value));
                            named.put(
                                    Kind.CHANNEL,
                                    named(channels, names.channels(), id -> id.value().toString()));
                            return named;
                        });
    }

    private static <T> Map<T, Integer> counted(
            List<Counted> counts, Set<T> chosen, Function<String, T> id) {
        Map<T, Integer> counted = new HashMap<>();
        chosen.forEach(one -> counted.put(one, 0));
        counts.forEach(one -> counted.put(id.apply(one.value()), one.count()));
        return counted;
    }

    private static <T> List<Counted> named(
            Map<T, Integer> counted, Map<T, String> names, Function<T, String> word) {
        return counted.entrySet().stream()
                .map(
                        one -> {
                            String value = word.apply(one.getKey());
                            String name = names.getOrDefault(one.getKey(), value);
                            return new Counted(value, name, one.getValue());
                        })
                .sorted(OverviewForPerson.MOST_FIRST)
                .toList();
    }
}
