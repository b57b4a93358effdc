package io.connections.application.goal;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileSearch;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentRules;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ConsentPreview;
import io.connections.domain.goal.ConsentTerms;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalCheck;
import io.connections.domain.goal.ImportDecider;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportPlan;
import io.connections.domain.goal.InputRecord;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.goal.MappedRecord;
import io.connections.domain.goal.MappingPreview;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyValues;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a goal would do to some records: each row step by step, and what became of the record if
/// these were a run's next chunk. The run's own plan and decider say so; nothing is written.
@Singleton
public final class PreviewMapping {
    public static final int MAX_RECORDS = 200;

    /// @param objectives that the connection would be linked to; absent: as saved
    public record Query(
            ConnectionId connection,
            ImportGoal goal,
            Optional<List<ObjectiveId>> objectives,
            List<InputRecord> records,
            Actor actor) {
        public Query {
            records = List.copyOf(records);
        }
    }

    /// @param rows in the goal's order
    /// @param consent what the record says of its person's
    /// @param outcome absent while the goal is incomplete
    public record PreviewedRecord(
            long number,
            List<MappingPreview.Row> rows,
            ConsentPreview consent,
            Optional<Outcome> outcome) {
        public PreviewedRecord {
            rows = List.copyOf(rows);
        }
    }

    public record Outcome(Disposition disposition, Optional<Why> why) {}

    /// Why a record was rejected or held back.
    public sealed interface Why {
        String reason();

        /// @param code of [MappedRecord.Rejected]
        record Rejected(String code, String reason) implements Why {}

        record HeldBack(Verdict.HeldBack verdict) implements Why {
            @Override
            public String reason() {
                return verdict.reason();
            }
        }
    }

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final PropertyRepository properties;
    private final ProfileSearch profiles;
    private final CurrentConsentRules consent;
    private final InstantSource clock;

    PreviewMapping(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            PropertyRepository properties,
            ProfileSearch profiles,
            CurrentConsentRules consent,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.properties = properties;
        this.profiles = profiles;
        this.consent = consent;
        this.clock = clock;
    }

    public Uni<List<PreviewedRecord>> handle(Query query) {
        return unitOfWork
                .run(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_WRITE);
                            query.actor().require(Permission.PROFILES_READ);
                            requireFew(query.records());
                            return connections
                                    .get(query.connection())
                                    .chain(connection -> surroundings(connection, query));
                        })
                .chain(
                        so -> {
                            Instant now = clock.instant();
                            return outcomes(query, so, now)
                                    .map(outcomes -> previewed(query, so, now, outcomes));
                        });
    }

    /// What the goal is tried against, as it is now.
    private record Surroundings(
            List<ProfileProperty> properties, ConsentGate gate, Set<ObjectiveId> objectives) {}

    private Uni<Surroundings> surroundings(Connection connection, Query query) {
        List<ObjectiveId> linked = query.objectives().orElse(connection.objectives());
        return properties
                .list()
                .chain(all -> consent.read().map(rules -> surroundings(all, linked, rules)));
    }

    private static Surroundings surroundings(
            List<ProfileProperty> properties, List<ObjectiveId> linked, ConsentRules rules) {
        return new Surroundings(
                properties,
                rules.gate(linked),
                rules.objectives().stream()
                        .map(Objective::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static void requireFew(List<InputRecord> records) {
        if (records.size() > MAX_RECORDS) {
            throw RequestInvalid.at(
                    "/records",
                    "too-many",
                    "A preview takes %d records at most.".formatted(MAX_RECORDS));
        }
    }

    private static List<PreviewedRecord> previewed(
            Query query, Surroundings so, Instant now, List<Outcome> outcomes) {
        List<PreviewedRecord> previewed = new ArrayList<>(query.records().size());
        for (int i = 0; i < query.records().size(); i++) {
            InputRecord record = query.records().get(i);
            previewed.add(
                    new PreviewedRecord(
                            record.number(),
                            MappingPreview.of(query.goal(), so.properties(), record),
                            ConsentPreview.of(query.goal(), so.objectives(), now, record),
                            outcomes.isEmpty() ? Optional.empty() : Optional.of(outcomes.get(i))));
        }
        return previewed;
    }

    /// None while the goal is incomplete.
    private Uni<List<Outcome>> outcomes(Query query, Surroundings so, Instant now) {
        List<ProfileProperty> all = so.properties();
        if (!GoalCheck.problems(query.goal(), all, "").isEmpty()
                || !GoalCheck.missingObjectives(query.goal(), so.objectives(), "").isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        ImportPlan plan = ImportPlan.of(query.goal(), all, so.objectives(), now);
        // Evidence is kept by runs alone.
        ConsentTerms terms = new ConsentTerms(so.gate(), now, EvidenceId.NONE);
        List<MappedRecord> mapped = new ArrayList<>(query.records().size());
        for (InputRecord record : query.records()) {
            mapped.add(plan.map(mapped.size() + 1L, record));
        }
        List<Identifier> identifiers =
                mapped.stream()
                        .flatMap(
                                record ->
                                        record instanceof MappedRecord.Mapped found
                                                ? found.identifiers().stream()
                                                : Stream.<Identifier>empty())
                        .distinct()
                        .toList();
        return profiles.withAnyOf(identifiers)
                .map(
                        found ->
                                decided(
                                        plan,
                                        terms,
                                        mapped,
                                        known(new LinkedHashSet<>(identifiers), found, all)));
    }

    private static List<Outcome> decided(
            ImportPlan plan, ConsentTerms terms, List<MappedRecord> mapped, KnownProfiles known) {
        ChunkDecision decision =
                new ImportDecider(plan)
                        .decide(mapped, known, terms, () -> new ProfileId(UUID.randomUUID()));
        Map<Long, Why> reasons = new HashMap<>();
        decision.rejected()
                .forEach(
                        record ->
                                reasons.put(
                                        record.number(),
                                        new Why.Rejected(record.code(), record.message())));
        decision.heldBack()
                .forEach(
                        record ->
                                reasons.put(
                                        record.recordNumber(), new Why.HeldBack(record.verdict())));
        List<Outcome> outcomes = new ArrayList<>(mapped.size());
        for (int i = 0; i < mapped.size(); i++) {
            outcomes.add(
                    new Outcome(
                            decision.dispositions().get(i),
                            Optional.ofNullable(reasons.get(mapped.get(i).number()))));
        }
        return outcomes;
    }

    private static KnownProfiles known(
            Collection<Identifier> asked, List<Profile> found, List<ProfileProperty> all) {
        KnownProfiles.Builder known = KnownProfiles.builder(asked.size());
        for (Profile profile : found) {
            PropertyValues.Builder values = PropertyValues.builder();
            profile.values().forEach(values::set);
            KnownProfile owner =
                    new KnownProfile(
                            profile.id(),
                            profile.version().number(),
                            values.build(),
                            profile.privacy());
            profile.identifiers(all).stream()
                    .filter(asked::contains)
                    .forEach(identifier -> known.owner(identifier, owner));
        }
        return known.build();
    }
}
