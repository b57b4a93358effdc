package io.connections.application.inpage;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.inpage.port.PageProfiles;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/// What an in-page connection did of late, by day.
@Singleton
public final class GetPageActivity {
    public static final int DAYS = 30;

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final PageProfiles profiles;
    private final InstantSource clock;

    GetPageActivity(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            PageProfiles profiles,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.profiles = profiles;
        this.clock = clock;
    }

    public record Query(Actor actor, ConnectionId connection) {}

    /// @param from the first of [#DAYS] days, in UTC
    /// @param days those on which it did anything, in their order
    public record Activity(LocalDate from, LocalDate to, Map<LocalDate, PageTally> days) {}

    /// Fails with [io.connections.application.connection.ConnectionNotFound].
    public Uni<Activity> handle(Query query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = today.minusDays(DAYS - 1L);
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return connections
                            .get(query.connection())
                            .chain(found -> profiles.tallies(found.id(), from))
                            .map(days -> new Activity(from, today, days));
                });
    }
}
