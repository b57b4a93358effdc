package io.connections.domain.consent;

import io.connections.domain.consent.ConsentStatement.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a connection may process a profile. Every path asks here, and nowhere else is it
/// decided.
///
/// It may ⇔ it is linked to no objective; or none of its objectives needs consent in the profile's
/// zone; or, in an opt-in zone, at least one of those that do is granted; or, in an opt-out zone,
/// none of them is refused. What is not known is not allowed: an objective that there is not, a
/// profile whose consent could not be read.
public final class ConsentGate {
    private static final ConsentGate OF_NO_OBJECTIVES =
            new ConsentGate(PrivacySettings.of(Regime.OPT_IN, Map.of()), Map.of());

    private final PrivacySettings settings;

    /// Every linked objective in its order, those that there are not (any more) without an answer.
    private final Map<ObjectiveId, Optional<Objective>> linked;

    private final Optional<Verdict> always;
    private final Map<Zone, ZoneRule> rules;
    private final ZoneRule restOfWorld;

    private ConsentGate(PrivacySettings settings, Map<ObjectiveId, Optional<Objective>> linked) {
        this.settings = settings;
        this.linked = linked;
        this.always = always(linked);
        Map<Zone, ZoneRule> byZone = new HashMap<>();
        for (Zone zone : settings.zones()) {
            byZone.put(zone, ZoneRule.of(zone, settings, linked.values()));
        }
        this.rules = Map.copyOf(byZone);
        this.restOfWorld = ZoneRule.of(Zone.REST_OF_WORLD, settings, linked.values());
    }

    /// The gate of a connection that is linked to no objective: it processes every profile.
    public static ConsentGate forNoObjectives() {
        return OF_NO_OBJECTIVES;
    }

    /// @param linked the objectives of the connection
    /// @param known every objective that there is, or at least the linked ones
    public static ConsentGate of(
            PrivacySettings settings, Collection<ObjectiveId> linked, Collection<Objective> known) {
        Map<ObjectiveId, Objective> byId =
                known.stream().collect(Collectors.toMap(Objective::id, each -> each));
        Map<ObjectiveId, Optional<Objective>> found = new LinkedHashMap<>();
        new LinkedHashSet<>(linked).forEach(id -> found.put(id, Optional.ofNullable(byId.get(id))));
        return new ConsentGate(settings, found);
    }

    private static Optional<Verdict> always(Map<ObjectiveId, Optional<Objective>> linked) {
        if (linked.isEmpty()) {
            return Optional.of(Verdict.Allowed.NO_OBJECTIVE);
        }
        List<ObjectiveId> missing =
                linked.entrySet().stream()
                        .filter(each -> each.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Verdict.HeldBack(
                                Verdict.Rule.OBJECTIVE_UNKNOWN,
                                missing,
                                "There is no objective %s (any more), so nobody's consent can be known."
                                        .formatted(quoted(missing))));
    }

    public Verdict judge(Subject subject) {
        if (always.isPresent()) {
            return always.get();
        }
        return switch (subject) {
            case PrivacyState(Zone zone, Consents consents) ->
                    rules.getOrDefault(zone, restOfWorld).judge(consents);
            case Unreadable.UNREADABLE ->
                    new Verdict.HeldBack(
                            Verdict.Rule.CONSENT_UNREADABLE,
                            List.copyOf(linked.keySet()),
                            "The profile's consent could not be read.");
        };
    }

    /// The same verdict, with what it was made of.
    public Explanation explain(PrivacyState state) {
        Zone counted = settings.counted(state.zone());
        List<Explanation.Seen> seen = new ArrayList<>(linked.size());
        linked.forEach(
                (id, objective) ->
                        seen.add(
                                new Explanation.Seen(
                                        id,
                                        objective,
                                        objective
                                                .filter(
                                                        each ->
                                                                settings.needsConsent(
                                                                        each, counted))
                                                .isPresent(),
                                        state.consents().about(id))));
        return new Explanation(
                state.zone(), counted, settings.regimeOf(counted), seen, judge(state));
    }

    private static String quoted(Collection<ObjectiveId> ids) {
        return ids.stream().map(id -> "\"" + id.value() + "\"").collect(Collectors.joining(", "));
    }

    /// Whom the gate judges: a profile as it would be after the consent and zone that the record
    /// itself carries.
    public sealed interface Subject permits PrivacyState, Unreadable {}

    /// A profile whose zone or consent could not be read, or only half.
    public enum Unreadable implements Subject {
        UNREADABLE
    }

    public sealed interface Verdict {
        enum Allowed implements Verdict {
            NO_OBJECTIVE,
            /// None of the objectives needs consent in the profile's zone.
            CONSENT_NOT_NEEDED,
            GRANTED,
            NOT_REFUSED
        }

        /// @param objectives that keep the profile from being processed
        /// @param reason in a person's words
        record HeldBack(Rule rule, List<ObjectiveId> objectives, String reason) implements Verdict {
            public HeldBack {
                objectives = List.copyOf(objectives);
            }
        }

        /// What can keep a profile from being processed.
        enum Rule {
            NOT_GRANTED,
            REFUSED,
            OBJECTIVE_UNKNOWN,
            CONSENT_UNREADABLE
        }
    }

    /// @param zone of the profile
    /// @param counted the zone that decides: the profile's own where it is in use
    /// @param objectives every one that the connection is linked to
    public record Explanation(
            Zone zone, Zone counted, Regime regime, List<Seen> objectives, Verdict verdict) {
        public Explanation {
            objectives = List.copyOf(objectives);
        }

        /// @param objective absent: there is none with this id (any more)
        /// @param needsConsent in the zone that decides
        /// @param statement absent: the person has said nothing about it
        public record Seen(
                ObjectiveId id,
                Optional<Objective> objective,
                boolean needsConsent,
                Optional<ConsentStatement> statement) {}
    }

    /// What decides in one zone, made ready: verdicts are made once for a gate, not for a record.
    private sealed interface ZoneRule {
        Verdict judge(Consents consents);

        static ZoneRule of(
                Zone zone, PrivacySettings settings, Collection<Optional<Objective>> linked) {
            Set<Objective> needing =
                    linked.stream()
                            .flatMap(Optional::stream)
                            .filter(objective -> settings.needsConsent(objective, zone))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            if (needing.isEmpty()) {
                return new Free();
            }
            return switch (settings.regimeOf(zone)) {
                case OPT_IN -> OptIn.of(zone, needing);
                case OPT_OUT -> OptOut.of(zone, needing);
            };
        }
    }

    private record Free() implements ZoneRule {
        @Override
        public Verdict judge(Consents consents) {
            return Verdict.Allowed.CONSENT_NOT_NEEDED;
        }
    }

    private record OptIn(List<ObjectiveId> needing, Verdict notGranted) implements ZoneRule {
        static OptIn of(Zone zone, Set<Objective> needing) {
            List<ObjectiveId> ids = needing.stream().map(Objective::id).toList();
            String reason =
                    "Not consented to %s, which needs consent in the zone %s (opt-in)."
                            .formatted(names(needing), KnownZones.name(zone));
            return new OptIn(ids, new Verdict.HeldBack(Verdict.Rule.NOT_GRANTED, ids, reason));
        }

        @Override
        public Verdict judge(Consents consents) {
            for (ObjectiveId objective : needing) {
                if (consents.say(Answer.GRANTED, objective)) {
                    return Verdict.Allowed.GRANTED;
                }
            }
            return notGranted;
        }
    }

    private record OptOut(Map<ObjectiveId, Verdict> refused) implements ZoneRule {
        static OptOut of(Zone zone, Set<Objective> needing) {
            Map<ObjectiveId, Verdict> refused = new LinkedHashMap<>();
            for (Objective objective : needing) {
                refused.put(
                        objective.id(),
                        new Verdict.HeldBack(
                                Verdict.Rule.REFUSED,
                                List.of(objective.id()),
                                "Refused %s, in the zone %s (opt-out)."
                                        .formatted(
                                                names(Set.of(objective)), KnownZones.name(zone))));
            }
            return new OptOut(refused);
        }

        @Override
        public Verdict judge(Consents consents) {
            for (Map.Entry<ObjectiveId, Verdict> each : refused.entrySet()) {
                if (consents.say(Answer.REFUSED, each.getKey())) {
                    return each.getValue();
                }
            }
            return Verdict.Allowed.NOT_REFUSED;
        }
    }

    private static String names(Collection<Objective> objectives) {
        return objectives.stream()
                .map(objective -> "\"" + objective.name() + "\"")
                .collect(Collectors.joining(" or "));
    }
}
