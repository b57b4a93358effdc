package io.connections.application.run.request;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.ProfileLabel;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// The profiles that a run met last, called as people know them.
@Singleton
public final class ListTouchedProfiles {
    private final UnitOfWork unitOfWork;
    private final PropertyRepository properties;
    private final RunReadings runs;

    ListTouchedProfiles(UnitOfWork unitOfWork, PropertyRepository properties, RunReadings runs) {
        this.unitOfWork = unitOfWork;
        this.properties = properties;
        this.runs = runs;
    }

    private static final int LAST = 20;

    public record Query(Actor actor, RunId run) {}

    public Uni<List<TouchedProfile>> handle(Query query) {
        return unitOfWork
                .run(
                        () -> {
                            query.actor().require(Permission.PROFILES_READ);
                            return properties.list();
                        })
                .call(() -> GetRun.get(runs, query.run()))
                .chain(
                        all ->
                                runs.lastTouched(query.run(), LAST)
                                        .map(
                                                touched ->
                                                        touched.stream()
                                                                .map(one -> labelled(one, all))
                                                                .toList()));
    }

    private static TouchedProfile labelled(RunReadings.Touched touched, List<ProfileProperty> all) {
        return new TouchedProfile(
                touched.id(),
                touched.disposition(),
                touched.at(),
                touched.profile()
                        .map(profile -> ProfileLabel.of(profile, all))
                        .orElseGet(() -> ProfileLabel.endOf(touched.id())),
                touched.profile().isEmpty());
    }
}
