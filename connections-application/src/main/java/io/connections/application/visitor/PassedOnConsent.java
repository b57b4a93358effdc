package io.connections.application.visitor;

import io.connections.application.consent.ShownText;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.profile.Evidence;
import io.connections.application.profile.port.ProfileConsents;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.profile.ConsentUnreadable;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Identity;
import io.connections.domain.visitor.Visitor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lets what visitors said hold for the profiles of those whom their browsers say they are: a
/// refusal always, a grant only where that is proven. A profile that changes by it rises in
/// version, so that a run in hand decides anew.
@Singleton
public final class PassedOnConsent {
    static final String BY = "Website tag";
    private static final int MAX_SOURCE = 200;

    private final VisitorRepository visitors;
    private final ProfileConsents consents;
    private final ObjectiveRepository objectives;
    private final InstantSource clock;

    PassedOnConsent(
            VisitorRepository visitors,
            ProfileConsents consents,
            ObjectiveRepository objectives,
            InstantSource clock) {
        this.visitors = visitors;
        this.consents = consents;
        this.objectives = objectives;
        this.clock = clock;
    }

    /// Somebody who said something, or who is said to be there.
    ///
    /// @param provenNow who was only claimed to be there until now
    record Named(Visitor visitor, Set<Identifier> provenNow) {
        Named {
            provenNow = Set.copyOf(provenNow);
        }
    }

    private record Source(String page, Optional<String> shown) {}

    /// Inside a unit of work.
    Uni<Void> by(List<Named> identified) {
        List<Identifier> identifiers =
                identified.stream()
                        .flatMap(each -> each.visitor().identities().values().stream())
                        .map(identity -> identity.identifier())
                        .distinct()
                        .toList();
        return identifiers.isEmpty()
                ? Uni.createFrom().voidItem()
                : visitors.profiles(identifiers).chain(known -> by(identified, known));
    }

    /// Profiles in one order, whoever else does the same: nobody waits for one another crosswise.
    private Uni<Void> by(List<Named> identified, Map<Identifier, ProfileId> known) {
        Map<ProfileId, List<Said>> byProfile =
                new TreeMap<>(Comparator.comparing(ProfileId::value));
        for (Named named : identified) {
            named.visitor()
                    .identities()
                    .values()
                    .forEach(
                            identity ->
                                    Optional.ofNullable(known.get(identity.identifier()))
                                            .ifPresent(
                                                    profile ->
                                                            byProfile
                                                                    .computeIfAbsent(
                                                                            profile,
                                                                            _ -> new ArrayList<>())
                                                                    .add(
                                                                            Said.of(
                                                                                    named,
                                                                                    identity))));
        }
        return Multi.createFrom()
                .iterable(byProfile.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        each ->
                                Multi.createFrom()
                                        .iterable(each.getValue())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                said -> passOn(said, each.getKey()))
                                        .onItem()
                                        .ignoreAsUni())
                .onItem()
                .ignoreAsUni();
    }

    /// What a visitor said, with what proves it, for a profile that is about to be made. Inside a
    /// unit of work.
    public Uni<List<ConsentStatement>> withEvidence(
            Visitor visitor, List<ConsentStatement> statements) {
        return statements.isEmpty()
                ? Uni.createFrom().item(statements)
                : sources(new Said(visitor, statements, Set.of(), List.of()))
                        .chain(
                                sources ->
                                        evidence(sources)
                                                .map(kept -> proven(statements, sources, kept)));
    }

    /// @param doubted objectives of which nobody proved that it was the person who spoke
    /// @param provenNow statements of which it turned out only now
    private record Said(
            Visitor visitor,
            List<ConsentStatement> statements,
            Set<ObjectiveId> doubted,
            List<ConsentStatement> provenNow) {
        static Said of(Named named, Identity identity) {
            List<ConsentStatement> statements = named.visitor().reaching(identity);
            return new Said(
                    named.visitor(),
                    statements,
                    statements.stream()
                            .filter(each -> !identity.said(each))
                            .map(ConsentStatement::objective)
                            .collect(Collectors.toUnmodifiableSet()),
                    named.provenNow().contains(identity.identifier())
                            ? statements.stream().filter(identity::said).toList()
                            : List.of());
        }

        /// What the profile has not heard yet: only that needs evidence.
        Said newTo(Profile profile) {
            return new Said(
                    visitor,
                    statements.stream()
                            .filter(
                                    each ->
                                            PrivacyEdit.of(
                                                            profile,
                                                            Optional.empty(),
                                                            List.of(each),
                                                            each.at())
                                                    .changesAnything())
                            .toList(),
                    doubted,
                    provenNow);
        }
    }

    /// Over consent that nobody can read nothing is written; it lets nobody through as it is.
    private Uni<Void> passOn(Said said, ProfileId id) {
        return said.statements().isEmpty()
                ? Uni.createFrom().voidItem()
                : consents.findToChange(id)
                        .chain(
                                found ->
                                        found.map(profile -> passOn(said, profile))
                                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .onFailure(ConsentUnreadable.class)
                        .recoverWithItem(() -> null)
                        .replaceWithVoid();
    }

    private Uni<Void> passOn(Said said, Profile profile) {
        PrivacyEdit wanted = edit(profile, said.statements(), Map.of(), Map.of());
        return isKnown(wanted)
                .chain(
                        known ->
                                known
                                        ? keepProven(said, wanted)
                                        : keep(said.newTo(profile), profile));
    }

    /// A page names its visitor again and again: what came too late for the profile once is kept.
    private Uni<Boolean> isKnown(PrivacyEdit wanted) {
        if (wanted.changesTheProfile() || wanted.past().isEmpty()) {
            return Uni.createFrom().item(!wanted.changesTheProfile());
        }
        return consents.past(wanted.after().id())
                .map(
                        past ->
                                wanted.past().stream()
                                        .allMatch(
                                                each ->
                                                        past.stream()
                                                                .anyMatch(
                                                                        known ->
                                                                                saysTheSame(
                                                                                        known,
                                                                                        each))));
    }

    private static boolean saysTheSame(ConsentStatement one, ConsentStatement other) {
        return one.objective().equals(other.objective())
                && one.answer() == other.answer()
                && one.at().equals(other.at());
    }

    /// What was refused while it was only claimed who did, and turns out to be theirs.
    private Uni<Void> keepProven(Said said, PrivacyEdit known) {
        PrivacyEdit proven = known.proving(said.provenNow());
        return proven.withdrawn().isEmpty()
                ? Uni.createFrom().voidItem()
                : consents.save(proven, BY);
    }

    private Uni<Void> keep(Said said, Profile profile) {
        return sources(said)
                .chain(
                        sources ->
                                evidence(sources)
                                        .map(
                                                kept ->
                                                        edit(
                                                                profile,
                                                                said.statements(),
                                                                sources,
                                                                kept)))
                .chain(
                        edit ->
                                consents.save(
                                        edit.doubting(said.doubted()).proving(said.provenNow()),
                                        BY));
    }

    private PrivacyEdit edit(
            Profile profile,
            List<ConsentStatement> statements,
            Map<ObjectiveId, Source> sources,
            Map<Source, EvidenceId> kept) {
        return PrivacyEdit.of(
                profile, Optional.empty(), proven(statements, sources, kept), clock.instant());
    }

    private static List<ConsentStatement> proven(
            List<ConsentStatement> statements,
            Map<ObjectiveId, Source> sources,
            Map<Source, EvidenceId> kept) {
        return statements.stream()
                .map(
                        each ->
                                new ConsentStatement(
                                        each.objective(),
                                        each.answer(),
                                        each.at(),
                                        Optional.ofNullable(sources.get(each.objective()))
                                                .map(kept::get)
                                                .orElse(EvidenceId.NONE)))
                .toList();
    }

    /// Where each was said, and the fingerprint of what was shown where that is a text of ours.
    private Uni<Map<ObjectiveId, Source>> sources(Said said) {
        Map<ObjectiveId, Source> sources = new HashMap<>();
        return visitors.statements(said.visitor().id(), said.statements())
                .chain(
                        history ->
                                Multi.createFrom()
                                        .iterable(said.statements())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                statement ->
                                                        source(statement, history)
                                                                .invoke(
                                                                        source ->
                                                                                sources.put(
                                                                                        statement
                                                                                                .objective(),
                                                                                        source)))
                                        .onItem()
                                        .ignoreAsUni())
                .replaceWith(sources);
    }

    private Uni<Source> source(ConsentStatement statement, List<VisitorStatement> history) {
        Optional<VisitorStatement> kept =
                history.stream()
                        .filter(each -> each.statement().objective().equals(statement.objective()))
                        .filter(each -> each.statement().at().equals(statement.at()))
                        .filter(each -> each.statement().answer() == statement.answer())
                        .findFirst();
        String page = kept.map(VisitorStatement::page).map(PassedOnConsent::path).orElse("");
        String source = page.length() <= MAX_SOURCE ? page : page.substring(0, MAX_SOURCE);
        return kept.flatMap(VisitorStatement::shown)
                .map(
                        shown ->
                                objectives
                                        .texts(statement.objective())
                                        .map(
                                                texts ->
                                                        new Source(
                                                                source, fingerprint(shown, texts))))
                .orElseGet(() -> Uni.createFrom().item(new Source(source, Optional.empty())));
    }

    /// A query may say who somebody is, and the browser may have been somebody else's then.
    private static String path(String page) {
        int query = page.indexOf('?');
        return query < 0 ? page : page.substring(0, query);
    }

    private static Optional<String> fingerprint(String shown, List<ShownText> texts) {
        String text = shown.strip();
        return texts.stream()
                .map(ShownText::text)
                .filter(
                        each ->
                                text.equals(each.text())
                                        || text.equals(each.title())
                                        || text.equals((each.title() + "\n" + each.text()).strip()))
                .map(each -> each.fingerprint())
                .findFirst();
    }

    private Uni<Map<Source, EvidenceId>> evidence(Map<ObjectiveId, Source> sources) {
        Map<Source, EvidenceId> kept = new HashMap<>();
        return Multi.createFrom()
                .iterable(sources.values().stream().distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(
                        source ->
                                consents.keep(
                                                new Evidence.Stated(
                                                        BY,
                                                        Optional.of(source.page())
                                                                .filter(page -> !page.isEmpty()),
                                                        source.shown(),
                                                        clock.instant()))
                                        .invoke(id -> kept.put(source, Objects.requireNonNull(id))))
                .onItem()
                .ignoreAsUni()
                .replaceWith(kept);
    }
}
