package io.connections.application.profile;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.profile.port.PropertyUses;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileEdit;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A person writes what a profile is to say. What is not in the command goes.
@Singleton
public final class EditProfile {
    private final UnitOfWork unitOfWork;
    private final ProfileRepository profiles;
    private final PropertyRepository properties;
    private final PropertyUses uses;
    private final ProfileViews views;
    private final InstantSource clock;
    private final AuditTrail trail;

    EditProfile(
            UnitOfWork unitOfWork,
            ProfileRepository profiles,
            PropertyRepository properties,
            PropertyUses uses,
            ProfileViews views,
            InstantSource clock,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.profiles = profiles;
        this.properties = properties;
        this.uses = uses;
        this.views = views;
        this.clock = clock;
        this.trail = trail;
    }

    /// @param expected the version that the person saw
    /// @param values by property id, as people type them
    public record Command(
            Actor actor, ProfileId id, Version expected, Map<String, List<String>> values) {
        public Command {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            values.forEach((property, list) -> copy.put(property, List.copyOf(list)));
            values = copy;
        }
    }

    public Uni<ProfileView> handle(Command command) {
        return unitOfWork
                .run(
                        () -> {
                            command.actor().require(Permission.PROFILES_WRITE);
                            return uses.use()
                                    .chain(() -> ProfileViews.get(profiles, command.id()))
                                    .invoke(
                                            profile -> {
                                                if (!profile.version().equals(command.expected())) {
                                                    throw new ProfileChanged();
                                                }
                                            })
                                    .chain(profile -> edit(profile, command));
                        })
                .chain(() -> views.of(command.id()));
    }

    private ProfileEdit plan(Profile profile, List<ProfileProperty> all, Command command) {
        return ProfileEdit.of(profile, Wanted.read(command.values(), all), all, clock.instant());
    }

    private Uni<Void> edit(Profile profile, Command command) {
        return properties
                .list()
                .chain(all -> save(plan(profile, all, command), all, command.actor()));
    }

    private Uni<Void> save(ProfileEdit edit, List<ProfileProperty> all, Actor actor) {
        return edit.changesAnything()
                ? profiles.save(edit, actor.name())
                        .chain(() -> trail.record(edited(edit, all, actor)))
                : Uni.createFrom().voidItem();
    }

    /// Which properties, and never what they say of a person.
    private static AuditEvent edited(ProfileEdit edit, List<ProfileProperty> all, Actor by) {
        return new AuditEvent(
                by,
                Action.CHANGED,
                Subject.of(edit.after().id().ref(), ""),
                all.stream()
                        .filter(property -> edit.before().containsKey(property.number()))
                        .map(property -> Change.ofSecret(property.name()))
                        .toList());
    }

    /// Reads what a person typed, each value by the type of its property.
    private static final class Wanted {
        private final Map<Integer, List<String>> values = new HashMap<>();
        private final List<Violation> violations = new ArrayList<>();

        static Map<Integer, List<String>> read(
                Map<String, List<String>> typed, List<ProfileProperty> all) {
            Map<String, ProfileProperty> byKey = new HashMap<>();
            all.forEach(property -> byKey.put(property.id().key(), property));
            Wanted wanted = new Wanted();
            typed.forEach(
                    (id, list) -> {
                        ProfileProperty property =
                                PropertyId.isValid(id)
                                        ? byKey.get(id.toLowerCase(Locale.ROOT))
                                        : null;
                        if (property == null) {
                            wanted.violations.add(
                                    new Violation(
                                            pointer(id),
                                            "property-unknown",
                                            "There is no property '%s'.".formatted(id)));
                        } else {
                            wanted.readAll(property, id, list);
                        }
                    });
            if (!wanted.violations.isEmpty()) {
                throw new RequestInvalid(wanted.violations);
            }
            return wanted.values;
        }

        private void readAll(ProfileProperty property, String id, List<String> typed) {
            List<String> accepted = new ArrayList<>();
            for (int i = 0; i < typed.size(); i++) {
                String pointer = pointer(id) + "/" + i;
                switch (property.type().normalise(typed.get(i))) {
                    case Reading.Refused(String reason) ->
                            violations.add(
                                    new Violation(
                                            pointer, "value-invalid", "The value " + reason + "."));
                    case Reading.Accepted(String value) when value.isBlank() ->
                            violations.add(
                                    new Violation(
                                            pointer,
                                            "value-empty",
                                            "A value cannot be empty. Take it out instead."));
                    case Reading.Accepted(String value)
                            when property.identifier() && value.length() > Identifier.MAX_LENGTH ->
                            violations.add(
                                    new Violation(
                                            pointer,
                                            "identifier-too-long",
                                            "An identifier has at most %d characters."
                                                    .formatted(Identifier.MAX_LENGTH)));
                    case Reading.Accepted(String value) -> accepted.add(value);
                }
            }
            values.merge(
                    property.number(),
                    accepted,
                    (some, more) -> {
                        List<String> both = new ArrayList<>(some);
                        both.addAll(more);
                        return both;
                    });
        }

        private static String pointer(String property) {
            return "/values/" + property.replace("~", "~0").replace("/", "~1");
        }
    }
}
