package io.connections.application.consent;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.consent.KnownZone;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says which zones are in use and what holds in each. A zone that is taken out of use counts as
/// rest of world from then on, wherever objectives and profiles name it. Of two people who changed
/// the same version the second is refused, with what stands now.
@Singleton
public final class SavePrivacySettings {
    private static final int MOST_ZONES = 200;

    /// @param zones every zone that is to be in use, *rest of world* among them
    public record Command(Version from, List<InUse> zones, Actor actor) {
        public Command {
            zones = List.copyOf(zones);
        }
    }

    /// @param zone by code or name
    /// @param regime absent: it was not said
    public record InUse(String zone, Optional<Regime> regime) {}

    private final UnitOfWork unitOfWork;
    private final PrivacySettingsRepository settings;
    private final PrivacyViews views;
    private final AuditTrail trail;
    private final InstantSource clock;

    SavePrivacySettings(
            UnitOfWork unitOfWork,
            PrivacySettingsRepository settings,
            PrivacyViews views,
            AuditTrail trail,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.views = views;
        this.trail = trail;
        this.clock = clock;
    }

    /// Fails with [PrivacySettingsChanged].
    public Uni<PrivacySettingsView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PRIVACY_WRITE);
                    PrivacySettings wanted = checked(command.zones());
                    return settings.get().chain(before -> save(before, wanted, command));
                });
    }

    private Uni<PrivacySettingsView> save(
            SavedPrivacySettings before, PrivacySettings wanted, Command command) {
        if (!before.version().equals(command.from())) {
            return changedMeanwhile(before);
        }
        List<Change> changes = changes(before.settings(), wanted);
        if (changes.isEmpty() && before.saved().isPresent()) {
            return views.of(before);
        }
        SavedPrivacySettings after = before.next(wanted, clock.instant(), command.actor().name());
        return settings.save(after, before.version())
                .chain(
                        saved ->
                                saved
                                        ? trail.record(event(command.actor(), changes))
                                                .chain(() -> views.of(after))
                                        : settings.get().chain(this::changedMeanwhile));
    }

    private Uni<PrivacySettingsView> changedMeanwhile(SavedPrivacySettings now) {
        return views.of(now)
                .chain(current -> Uni.createFrom().failure(new PrivacySettingsChanged(current)));
    }

    private static AuditEvent event(Actor by, List<Change> changes) {
        return new AuditEvent(
                by,
                Action.CHANGED,
                new Subject(ObjectKind.PRIVACY_SETTINGS, Optional.empty(), "Privacy settings"),
                changes);
    }

    private static List<Change> changes(PrivacySettings before, PrivacySettings after) {
        List<Change> changes = new ArrayList<>();
        for (KnownZone known : KnownZones.all()) {
            String was = said(before, known.zone());
            String is = said(after, known.zone());
            if (!was.equals(is)) {
                changes.add(Change.of(known.name(), was, is));
            }
        }
        return changes;
    }

    private static String said(PrivacySettings settings, Zone zone) {
        if (!settings.zones().contains(zone)) {
            return "not in use";
        }
        return switch (settings.regimeOf(zone)) {
            case OPT_IN -> "opt-in";
            case OPT_OUT -> "opt-out";
        };
    }

    private static PrivacySettings checked(List<InUse> zones) {
        List<Violation> violations = new ArrayList<>();
        Map<Zone, Regime> read = new HashMap<>();
        if (zones.size() > MOST_ZONES) {
            throw RequestInvalid.at(
                    "/zones", "too-many", "Name %d zones at most.".formatted(MOST_ZONES));
        }
        for (int i = 0; i < zones.size(); i++) {
            violations.addAll(read("/zones/" + i, zones.get(i), read));
        }
        if (violations.isEmpty() && !read.containsKey(Zone.REST_OF_WORLD)) {
            violations.add(
                    new Violation(
                            "/zones",
                            "required",
                            "Say what holds in rest-of-world too: it stands for every zone that is not in use."));
        }
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return PrivacySettings.of(read.getOrDefault(Zone.REST_OF_WORLD, Regime.OPT_IN), read);
    }

    private static List<Violation> read(String at, InUse given, Map<Zone, Regime> read) {
        List<Violation> violations = new ArrayList<>();
        KnownZones.violation(at + "/code", given.zone()).ifPresent(violations::add);
        if (given.regime().isEmpty()) {
            violations.add(new Violation(at + "/regime", "required", "Say OPT_IN or OPT_OUT."));
        }
        KnownZones.of(given.zone())
                .ifPresent(
                        zone -> {
                            if (read.put(zone, given.regime().orElse(Regime.OPT_IN)) != null) {
                                violations.add(
                                        new Violation(
                                                at + "/code",
                                                "zone-repeated",
                                                "The zone %s is in this list already."
                                                        .formatted(zone.code())));
                            }
                        });
        return violations;
    }
}
