package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The wizard's answer.
///
/// @param proposals the best first: types made for a named system before universal ones; of these,
///     those that meet more wishes, then those that are fresh enough, then by name
/// @param withoutType the named systems that no shipped type is made for, by name
/// @param unmet what none of the proposals does, though it is wished
public record Advice(List<Proposal> proposals, List<String> withoutType, List<Reason> unmet) {
    /// A connection's name has room for more, a list of them has not.
    private static final int MAX_NAME = 80;

    public Advice {
        proposals = List.copyOf(proposals);
        withoutType = List.copyOf(withoutType);
        unmet = List.copyOf(unmet);
    }

    /// @param shipped every type there is; nothing else is proposed
    public static Advice of(
            Wanted wanted, Vocabulary vocabulary, Collection<ConnectionType> shipped) {
        Map<ConnectionTypeId, ConnectionType> types = new HashMap<>();
        shipped.forEach(type -> types.put(type.id(), type));
        List<Proposal> proposals = new ArrayList<>();
        List<String> withoutType = new ArrayList<>(wanted.others());
        for (KnownSystem system : wanted.systems()) {
            Optional<ConnectionType> type =
                    system.type().flatMap(id -> Optional.ofNullable(types.get(id)));
            type.map(found -> madeFor(system, found, wanted)).ifPresent(proposals::add);
            if (type.isEmpty()) {
                withoutType.add(system.name());
            }
        }
        withoutType.sort(String.CASE_INSENSITIVE_ORDER);
        proposals.sort(bestFirst(wanted));
        if (!withoutType.isEmpty()) {
            vocabulary.universal().stream()
                    .flatMap(
                            universal ->
                                    Optional.ofNullable(types.get(universal.type()))
                                            .map(
                                                    type ->
                                                            serving(
                                                                    withoutType,
                                                                    universal,
                                                                    type,
                                                                    wanted))
                                            .stream())
                    .forEach(proposals::add);
        }
        return new Advice(proposals, withoutType, unmet(wanted, proposals, shipped));
    }

    private static Comparator<Proposal> bestFirst(Wanted wanted) {
        return Comparator.<Proposal>comparingInt(proposal -> -met(proposal, wanted).size())
                .thenComparing(
                        proposal -> !Freshness.of(proposal.type()).serves(wanted.freshness()))
                .thenComparing(proposal -> proposal.type().name());
    }

    private static Proposal madeFor(KnownSystem system, ConnectionType type, Wanted wanted) {
        return proposal(
                type,
                false,
                List.of(new Proposal.Suggested(system.name(), system.name())),
                new Reason(
                        Reason.Verdict.MADE_FOR_SYSTEM,
                        "You use %s, and this type is made for it.".formatted(system.name())),
                wanted);
    }

    private static Proposal serving(
            List<String> systems, Universal universal, ConnectionType type, Wanted wanted) {
        return proposal(
                type,
                true,
                systems.stream()
                        .map(system -> new Proposal.Suggested(system, named(system, type.name())))
                        .toList(),
                new Reason(
                        Reason.Verdict.SERVES_ANY_SYSTEM,
                        "It serves systems that have no type of their own. " + universal.how()),
                wanted);
    }

    private static String named(String system, String type) {
        String name = "%s by %s".formatted(system, type);
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 1) + "…";
    }

    private static Proposal proposal(
            ConnectionType type,
            boolean universal,
            List<Proposal.Suggested> connections,
            Reason first,
            Wanted wanted) {
        Set<Wish> can = Wish.metBy(type);
        boolean fresh = Freshness.of(type).serves(wanted.freshness());
        List<Reason> reasons = new ArrayList<>(List.of(first));
        List<Reason> gaps = new ArrayList<>();
        for (Wish wish : inOrder(wanted.wishes()).toList()) {
            if (can.contains(wish)) {
                reasons.add(
                        new Reason(
                                Reason.Verdict.MEETS_WISH, "It can %s.".formatted(wish.words())));
            } else {
                gaps.add(
                        new Reason(
                                Reason.Verdict.LACKS_WISH,
                                "It cannot %s yet.".formatted(wish.words())));
            }
        }
        if (fresh) {
            reasons.add(new Reason(Reason.Verdict.FRESH_ENOUGH, freshWords(type)));
        } else {
            gaps.add(
                    new Reason(
                            Reason.Verdict.NOT_FRESH_ENOUGH,
                            "It works in batches, not in real time."));
        }
        return new Proposal(
                type,
                wanted.wishes().stream().anyMatch(can::contains),
                universal,
                connections,
                can,
                reasons,
                gaps,
                Credential.of(type));
    }

    private static String freshWords(ConnectionType type) {
        return switch (Freshness.of(type)) {
            case BATCH -> "It works in batches, as you want.";
            case REAL_TIME -> "It works in real time.";
        };
    }

    private static List<Reason> unmet(
            Wanted wanted, List<Proposal> proposals, Collection<ConnectionType> shipped) {
        Set<Wish> met =
                proposals.stream()
                        .flatMap(proposal -> proposal.can().stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wish.class)));
        Stream<Reason> wishes =
                inOrder(wanted.wishes())
                        .filter(wish -> !met.contains(wish))
                        .map(
                                wish ->
                                        new Reason(
                                                Reason.Verdict.LACKS_WISH,
                                                lacking(
                                                        wish.words(),
                                                        shipped.stream()
                                                                .noneMatch(
                                                                        type ->
                                                                                Wish.metBy(type)
                                                                                        .contains(
                                                                                                wish)))));
        boolean fresh =
                proposals.stream()
                        .anyMatch(
                                proposal ->
                                        Freshness.of(proposal.type()).serves(wanted.freshness()));
        Stream<Reason> freshness =
                fresh
                        ? Stream.empty()
                        : Stream.of(
                                new Reason(
                                        Reason.Verdict.NOT_FRESH_ENOUGH,
                                        lacking(
                                                "work in real time",
                                                shipped.stream()
                                                        .noneMatch(
                                                                type ->
                                                                        Freshness.of(type)
                                                                                .serves(
                                                                                        wanted
                                                                                                .freshness())))));
        return Stream.concat(wishes, freshness).toList();
    }

    private static String lacking(String what, boolean everywhere) {
        return everywhere
                ? "No connection type can %s yet.".formatted(what)
                : "None of the types for these systems can %s yet.".formatted(what);
    }

    private static Set<Wish> met(Proposal proposal, Wanted wanted) {
        return proposal.can().stream()
                .filter(wanted.wishes()::contains)
                .collect(Collectors.toSet());
    }

    private static Stream<Wish> inOrder(Set<Wish> wishes) {
        return Arrays.stream(Wish.values()).filter(wishes::contains);
    }
}
