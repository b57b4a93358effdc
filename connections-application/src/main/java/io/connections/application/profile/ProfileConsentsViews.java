package io.connections.application.profile;

import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.profile.ProfileConsentsView.Counted;
import io.connections.application.profile.ProfileConsentsView.Said;
import io.connections.application.profile.port.ProfileConsents;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.Profile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins a profile's consent with names, evidence and the settings. Inside a unit of work.
@Singleton
final class ProfileConsentsViews {
    private final ProfileConsents consents;
    private final ObjectiveRepository objectives;
    private final PrivacySettingsRepository settings;

    ProfileConsentsViews(
            ProfileConsents consents,
            ObjectiveRepository objectives,
            PrivacySettingsRepository settings) {
        this.consents = consents;
        this.objectives = objectives;
        this.settings = settings;
    }

    Uni<ProfileConsentsView> of(Profile profile) {
        return settings.get()
                .chain(
                        privacy ->
                                objectives
                                        .all()
                                        .chain(all -> of(profile, privacy.settings(), all)));
    }

    private Uni<ProfileConsentsView> of(
            Profile profile, PrivacySettings privacy, List<SavedObjective> all) {
        Map<ObjectiveId, String> names =
                all.stream()
                        .collect(
                                Collectors.toMap(
                                        SavedObjective::id, each -> each.objective().name()));
        Collection<ConsentStatement> current = statements(profile);
        return consents.past(profile.id())
                .chain(
                        past ->
                                consents.evidence(evidenceOf(current, past))
                                        .map(
                                                evidence ->
                                                        view(
                                                                profile,
                                                                privacy,
                                                                said(current, names, evidence)
                                                                        .sorted(BY_NAME)
                                                                        .toList(),
                                                                said(past, names, evidence)
                                                                        .toList())));
    }

    private static final Comparator<Said> BY_NAME =
            Comparator.comparing(
                            (Said said) ->
                                    said.objectiveName()
                                            .orElse(said.statement().objective().value()),
                            String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(said -> said.statement().objective().value());

    private static ProfileConsentsView view(
            Profile profile, PrivacySettings privacy, List<Said> current, List<Said> past) {
        return new ProfileConsentsView(
                profile.id(),
                profile.version(),
                profile.privacy(),
                counted(profile, privacy),
                current,
                past);
    }

    private static Optional<Counted> counted(Profile profile, PrivacySettings privacy) {
        return switch (profile.privacy()) {
            case PrivacyState(Zone zone, _) -> {
                Zone counted = privacy.counted(zone);
                yield Optional.of(new Counted(counted, privacy.regimeOf(counted)));
            }
            case ConsentGate.Unreadable.UNREADABLE -> Optional.empty();
        };
    }

    private static Collection<ConsentStatement> statements(Profile profile) {
        return switch (profile.privacy()) {
            case PrivacyState(_, var consents) -> consents.all();
            case ConsentGate.Unreadable.UNREADABLE -> List.of();
        };
    }

    private static List<EvidenceId> evidenceOf(
            Collection<ConsentStatement> some, Collection<ConsentStatement> more) {
        return Stream.concat(some.stream(), more.stream())
                .map(ConsentStatement::evidence)
                .distinct()
                .toList();
    }

    private static Stream<Said> said(
            Collection<ConsentStatement> statements,
            Map<ObjectiveId, String> names,
            Map<EvidenceId, Evidence> evidence) {
        return statements.stream()
                .map(
                        statement ->
                                new Said(
                                        statement,
                                        Optional.ofNullable(names.get(statement.objective())),
                                        Optional.ofNullable(evidence.get(statement.evidence()))));
    }
}
